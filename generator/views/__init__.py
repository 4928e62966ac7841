"""What does one page show? Frozen records, sorted, counted and formatted, without Markdown or HTML."""
