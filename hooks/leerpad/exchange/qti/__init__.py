"""QTI of 1EdTech: written as 3.0 and 2.2, read as 3.0, 2.2, 2.1 and 1.2 (as Canvas and text2qti write it).

Specifications: https://www.imsglobal.org/spec/qti/v3p0/impl and https://www.imsglobal.org/question/.
"""
