"""Do claims hang on what should not matter: where rows stand, which draws, how many persons, which phase first?"""
