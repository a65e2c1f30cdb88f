from bienban.model import DirectiveMention
from bienban.segment.reading import Reading


def find_directives(reading: Reading) -> list[DirectiveMention]:
    return []
