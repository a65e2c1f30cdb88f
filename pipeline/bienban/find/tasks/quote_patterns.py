"""What stands around a quotation: verbs of saying and of asking, no logic."""

from __future__ import annotations

import regex

from bienban.find.tasks.patterns import any_of

# The end of a quotation with the one who said it: "…”, ông … nói."
_SAYING = any_of("""
    nói|cho biết|cho hay|khẳng định|chia sẻ|nêu|nêu rõ|kết luận|phát biểu|nhận định|bày tỏ|ví von|bộc bạch""")
_ASKING = any_of("""
    yêu cầu|đề nghị|chỉ đạo|chỉ thị|lưu ý|nhấn mạnh|quán triệt|nhắc nhở|giao nhiệm vụ|căn dặn|dặn|đốc thúc|chốt lại
    |khuyến nghị|khuyến cáo|kêu gọi""")
# What an order in writing says.
_WRITTEN = r"(?<=(?:công điện|công văn|văn bản|chỉ thị|thông báo)(?: trên| này)? )(?:nêu rõ|nêu|viết)"
ATTRIBUTION = regex.compile(
    rf"[”\"]\s?[,.-]?\s?-?\s?(?=\p{{L}})[^“”\"]{{3,120}}?\b(?:(?P<asks>{_ASKING}|{_WRITTEN})|{_SAYING})"
    r"(?: thêm| rõ|(?: ngay)? tại [^“”\"]+)?\.?$"
)
# The same without a quotation: "Ngành Giáo dục cần …, ông … đề nghị.", also after a dash.
ADDED = regex.compile(
    rf"(?:,| -) (?P<who>\p{{L}}(?:(?! - )[^,;:“”\"]){{3,90}}?) (?P<verb>{_ASKING}|{_SAYING})(?: thêm| rõ)?\.?$"
)
# The same before the quotation: "ông … yêu cầu: “…".
QUOTING = regex.compile(rf"\b(?P<asks>{_ASKING})(?: rõ)?\s?[:,]?\s?[“\"]")
# The rest of a quotation, up to the one who is named after it.
QUOTED = regex.compile(r"[^“”\"]*[”\"], ")
