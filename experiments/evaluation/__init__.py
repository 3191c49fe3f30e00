"""The impact-evaluation laboratory: which survey would find what a policy does, asking whom, when, and against whom?"""
