"""In which words is a value said? Dates, names, links, citations, sentences, and why something is missing."""
