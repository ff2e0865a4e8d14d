"""What a scene becomes: the page's SVG, PNG, the card of a shared page, and an SVG file
of its own.
"""
