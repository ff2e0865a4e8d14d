"""Evidence: the machine's proof that a figure stands in its article, kept as fingerprints that hold no word of it."""
