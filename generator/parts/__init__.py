"""What does a page show of one statement, step, value, person or paper?"""
