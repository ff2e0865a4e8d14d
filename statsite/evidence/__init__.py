"""Evidence: the machine's proof that a figure is in its article, kept as fingerprints that hold no
word of it.
"""
