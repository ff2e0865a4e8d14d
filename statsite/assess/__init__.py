"""All that follows from what editors wrote, concluded once: derived figures, rules, the state of
each proof, what is due.
"""
