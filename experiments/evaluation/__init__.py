"""The impact-evaluation laboratory: which survey, of whom, when, against whom, would find what a policy does?"""
