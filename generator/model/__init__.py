"""What may a record say? Frozen models, one for each kind of record and each of its parts."""
