"""Two states of a site compared figure by figure, for reviewers, for tools, and for the memory of
what was published.
"""
