"""The grammar of printed figures: from what a Chinese newspaper prints to the quantity it means,
with no content of any site in it.
"""
