"""What the analysis knows of Danish that no rule tells.

Plain words in their usual spelling; the analysis folds and stems them itself.
"""
