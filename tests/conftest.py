"""What all tests share: property tests are not timed, since the first one loads the models."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
