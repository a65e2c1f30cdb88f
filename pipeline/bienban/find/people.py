from bienban.model import PersonMention
from bienban.segment.reading import Reading


def find_people(reading: Reading) -> list[PersonMention]:
    return []
