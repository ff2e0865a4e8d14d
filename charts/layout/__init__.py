"""The geometry that kinds share: text measured and wrapped, marks, scales and axes, all ending in a
scene of shapes.
"""
