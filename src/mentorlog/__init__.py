"""A journal of a mentorship, kept by its mentee."""
