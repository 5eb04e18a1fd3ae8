"""Do the addresses of the sources still answer?"""
