"""Who owes what of a recommendation, where does it stand, and by when must it be done? Of one recommendation alone.

The meaning is that of ``schema/nghia-vu.md``; the table of sequences in ``tests/duties`` shows each point at work.
"""
