"""The rules of a check, one file a subject: each turns a manuscript or a corpus into faults."""
