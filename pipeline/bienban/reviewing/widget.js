// The review widget: the article on the left, the rows of a table on the right. It shows what the kernel sends and asks
// the kernel to decide. Text of articles reaches the page as text nodes and values of fields alone, never as HTML.

const TABLES = ["facts", "people", "directives", "tasks", "actions"];
const MARKS = { accept: "✓", edit: "✎", add: "+", reject: "✗" };
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,/–-][\p{L}\p{M}\p{N}]+)*%?|[^\s\p{L}\p{M}\p{N}]/gu;
const SENTENCE = /[^\s.!?…][^\n.!?…]*(?:[.!?…](?!\s|$)[^\n.!?…]*)*/gu;
// Shown beside the words of a row that is not open, in this order.
const SUMMARY = {
  facts: ["comparator", "value", "value_high", "unit", "object", "action", "period_text"],
  people: ["honorific", "name", "positions", "role"],
  directives: ["directive_id", "issuer", "issued_on", "subject"],
  tasks: ["label", "assigner", "cue", "assignees", "deadline"],
  actions: ["verb"],
};
const HIDDEN = new Set(["start", "end", "action_no"]);

// Vietnamese and English.
const LABELS = {
  facts: ["Số liệu", "Facts"],
  people: ["Người", "People"],
  directives: ["Văn bản", "Directives"],
  tasks: ["Nhiệm vụ", "Tasks"],
  actions: ["Việc làm", "Actions"],
  value: ["giá trị", "value"],
  value_high: ["giá trị cao", "high value"],
  comparator: ["so sánh", "comparator"],
  kind: ["loại", "kind"],
  unit: ["đơn vị", "unit"],
  object: ["đối tượng", "object"],
  action: ["hành động", "action"],
  change: ["tăng giảm", "change"],
  period_start: ["từ", "period from"],
  period_end: ["đến", "period to"],
  period_text: ["thời gian (chữ)", "period in words"],
  part_of: ["thuộc tổng số", "part of"],
  name: ["họ tên", "name"],
  honorific: ["xưng hô", "honorific"],
  positions: ["chức vụ", "positions"],
  appointed_to: ["được giao chức", "appointed to"],
  role: ["vai trò", "role"],
  person_id: ["là người", "person"],
  doc_type: ["loại văn bản", "type"],
  number: ["số hiệu", "number"],
  issuer: ["nơi ban hành", "issuer"],
  issued_on: ["ngày ban hành", "issued on"],
  subject: ["trích yếu", "subject"],
  directive_id: ["là văn bản", "document"],
  ordinal: ["thứ tự", "ordinal"],
  label: ["nhãn", "label"],
  assigner: ["người giao", "assigner"],
  cue: ["từ giao việc", "cue"],
  assignees: ["nơi thực hiện", "assignees"],
  coordinators: ["nơi phối hợp", "coordinators"],
  deadline_text: ["thời hạn (chữ)", "deadline in words"],
  deadline: ["thời hạn", "deadline"],
  recurrence: ["định kỳ", "recurrence"],
  parent: ["thuộc nhiệm vụ", "under task"],
  task_id: ["của nhiệm vụ", "of task"],
  verb: ["động từ", "verb"],
  is_eq: ["bằng", "exactly"],
  is_approx: ["khoảng", "about"],
  is_gt: ["hơn", "more than"],
  is_ge: ["ít nhất", "at least"],
  is_lt: ["dưới", "less than"],
  is_le: ["tối đa", "at most"],
  is_count: ["số lượng", "count"],
  is_money: ["tiền", "money"],
  is_percent: ["phần trăm", "percent"],
  is_area: ["diện tích", "area"],
  is_length: ["chiều dài", "length"],
  is_mass: ["khối lượng", "mass"],
  is_volume: ["thể tích", "volume"],
  is_duration: ["khoảng thời gian", "duration"],
  is_energy: ["năng lượng", "energy"],
  is_age: ["tuổi", "age"],
  is_score: ["điểm", "score"],
  is_rate: ["tỷ suất", "rate"],
  is_other: ["khác", "other"],
  is_increase: ["tăng", "increase"],
  is_decrease: ["giảm", "decrease"],
  is_author: ["tác giả", "author"],
  is_chair: ["chủ trì", "chair"],
  is_speaker: ["phát biểu", "speaker"],
  is_attendee: ["dự", "attendee"],
  is_subject: ["được nhắc đến", "subject"],
  accept: ["Đúng", "Accept"],
  reject: ["Sai, bỏ", "Reject"],
  edit: ["Sửa", "Edit"],
  add: ["Thêm", "Add"],
  save: ["Lưu", "Save"],
  cancel: ["Thôi", "Cancel"],
  respan: ["Đổi đoạn chữ", "Change words"],
  undo: ["Hoàn tác", "Undo"],
  next: ["Bài sau", "Next article"],
  allRules: ["mọi quy tắc", "all rules"],
  undecided: ["chưa duyệt", "undecided only"],
  doubtful: ["ngờ nhất trước", "least certain first"],
  inOrder: ["theo bài", "in order of the text"],
  article: ["Bài", "Article"],
  show: ["Hiện trong bài", "Show in the text"],
  done: ["Đã duyệt hết. Không còn bài nào khác.", "All reviewed. There is no other article."],
  reviewed: ["Đã duyệt hết bài này. Bấm n để sang bài sau.", "All of this article is reviewed. n goes to the next one."],
  select: [
    "Hãy chọn chữ trong bài trước: bằng chuột, hoặc Shift và các phím mũi tên.",
    "Select words of the article first: with the mouse, or with Shift and the arrow keys.",
  ],
  newPerson: ["(người khác)", "(another person)"],
  empty: ["Không có dòng nào.", "There are no rows."],
  wrongOf: ["quy tắc sai", "rule wrong in"],
  missing: ["thiếu", "no"],
  was: ["trước là", "was"],
  others: ["ý kiến khác", "others say"],
  outdated: ["Bài đã đổi chữ; đã duyệt trên bản cũ:", "The text has changed; decided on the earlier text:"],
  oneALine: ["mỗi dòng một mục", "one a line"],
  refused: ["Không nhận", "Refused"],
  reasonrequired: ["cần có giá trị", "a value is required"],
  reasonnumber: ["phải là một số", "must be a number"],
  reasonwhole: ["phải là số nguyên từ 0", "must be a whole number from 0 up"],
  reasondate: ["phải là ngày: 2023, 2023-06 hoặc 2023-06-30", "must be a date: 2023, 2023-06 or 2023-06-30"],
  reasonchoice: ["không có trong danh sách", "is none of the choices"],
  reasontext: ["không phải là chữ thường", "must be plain text"],
  reasonrow: ["không có dòng ấy", "names no row"],
  reasontaken: ["đoạn chữ này đã có dòng khác", "another row has these words already"],
  reasonspan: ["đoạn chữ trống", "no words there"],
  reasonnothing: ["không có gì để hoàn tác", "nothing to undo"],
  keys: [
    "j k dòng · a đúng · r bỏ · e sửa · Shift ← → chọn chữ · s đổi đoạn chữ · i thêm · u hoàn tác · n bài sau · ? trợ giúp",
    "j k rows · a accept · r reject · e edit · Shift ← → select words · s change words · i add · u undo · n next article · ? help",
  ],
  help: [
    `j / k\tdòng sau / dòng trước
1 … 5\tbảng
a\tđúng
r\tsai, bỏ
e\tsửa; Enter lưu, Esc thôi (trong ô nhiều dòng: Ctrl Enter lưu)
← → ↑ ↓\tchọn chữ khác: từ hoặc câu bên cạnh
Shift ← →\tthêm hoặc bớt một từ ở cuối
Alt Shift ← →\tthêm hoặc bớt một từ ở đầu
s\tđổi đoạn chữ của dòng thành chữ đang chọn
i hoặc +\tthêm một dòng từ chữ đang chọn
u\thoàn tác quyết định cuối của tôi
n\tbài sau (ngờ nhất trước)
?\tđóng, mở trợ giúp này`,
    `j / k\tnext / previous row
1 … 5\ttable
a\taccept
r\treject
e\tedit; Enter saves, Esc cancels (in a field of several lines: Ctrl Enter saves)
← → ↑ ↓\tselect other words: the word or the sentence beside
Shift ← →\tone word more or less at the end
Alt Shift ← →\tone word more or less at the beginning
s\tthe selected words become those of the row
i or +\tadd a row of the selected words
u\tundo my last decision
n\tnext article (least certain first)
?\topen, close this help`,
  ],
};

/** An element with attributes, properties (`value`, and what is no string) and children; strings become text nodes. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "string" && name !== "value") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Offsets of the kernel count code points, those of the page UTF-16 units; they differ after characters such as 😀. */
function offsets(text) {
  if (!/[\ud800-\udfff]/.test(text)) return { unit: (point) => point, point: (unit) => unit };
  const units = [];
  const points = [];
  for (const character of text) {
    points.push(...Array(character.length).fill(units.length));
    units.push(points.length - character.length);
  }
  units.push(text.length);
  points.push(units.length - 1);
  return { unit: (point) => units[point], point: (unit) => points[unit] };
}

class Review {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.rows = new Map();
    this.table = "facts";
    this.rule = "";
    this.onlyUndecided = false;
    this.byDoubt = true;
    this.selected = null; // key of a row
    this.pending = null; // selected words: [start, end] in units
    this.draft = null; // values of a row that is to be added
    this.asking = false; // whether the kernel has not answered yet
    this.wanted = null; // key of the row to go to when the one before is saved
    this.build();
    model.on("msg:custom", this.receive);
    this.ask("open", {});
  }

  close() {
    this.model.off("msg:custom", this.receive);
    this.mark(null);
  }

  say = (name) => (LABELS[name] ?? [name, name])[this.model.get("language") === "vi" ? 0 : 1];

  // ---- messages -------------------------------------------------------------------------------------------------

  ask(what, values) {
    if (this.asking) return; // a key pressed twice before the answer came
    this.asking = true;
    performance.mark("bienban-asked");
    this.model.send({ do: what, with: values });
  }

  receive = (message) => {
    this.asking = false;
    this.note("");
    if (message.is === "article") this.open(message);
    else if (message.is === "row") this.replace(message);
    else if (message.is === "draft") this.edit({ ...message.values, table: message.table });
    else if (message.is === "done") this.note(this.say("done"));
    else this.refuse(message);
    performance.measure(`bienban-${message.is}`, "bienban-asked");
  };

  refuse({ reason, column, message }) {
    this.wanted = null;
    const known = LABELS[`reason${reason}`] && this.say(`reason${reason}`);
    this.note(`${this.say("refused")}: ${[column && this.say(column), known ?? message].filter(Boolean).join(" ")}`, true);
    const field = column && this.list.querySelector(`[name="${column}"]`);
    if (field) field.focus();
  }

  note(text, bad = false) {
    this.status.textContent = text;
    this.status.classList.toggle("bb-bad", bad);
  }

  // ---- frame ----------------------------------------------------------------------------------------------------

  build() {
    const button = (name, does, title) => make("button", { type: "button", class: `bb-${name}`, title, onclick: does });
    this.articles = make("select", { class: "bb-articles" });
    this.articles.onchange = () => this.ask("open", { doc_id: this.articles.value });
    this.progress = make("div", { class: "bb-progress" }, make("div"));
    this.count = make("span", { class: "bb-count" });
    this.nextButton = button("next", () => this.next(), "n");
    this.undoButton = button("undo", () => this.ask("undo", {}), "u");
    this.languageButton = button("language", () => this.switchLanguage(), "Tiếng Việt / English");
    this.helpButton = button("helper", () => this.toggleHelp(), "?");
    this.helpButton.textContent = "?";
    this.tabs = make("div", { class: "bb-tabs", role: "tablist" });
    this.text = make("div", { class: "bb-text" });
    this.text.onmouseup = () => this.selectedByMouse();
    this.text.onclick = (event) => this.clickedText(event);
    this.rules = make("select", { class: "bb-rules" });
    this.rules.onchange = () => this.filter({ rule: this.rules.value });
    this.sorting = make("select", { class: "bb-order" });
    this.sorting.onchange = () => this.filter({ byDoubt: this.sorting.value === "doubtful" });
    this.undecided = make("input", { type: "checkbox" });
    this.undecided.onchange = () => this.filter({ onlyUndecided: this.undecided.checked });
    this.undecidedLabel = make("span");
    this.addButton = button("new", () => this.add(), "i");
    this.old = make("div", { class: "bb-old" });
    this.list = make("div", { class: "bb-rows" });
    this.status = make("div", { class: "bb-status", role: "status" });
    this.keys = make("div", { class: "bb-keys" });
    this.help = make("div", { class: "bb-help", hidden: true });
    this.root.append(
      make("header", {}, this.articles, this.progress, this.count, this.undoButton, this.nextButton, this.languageButton, this.helpButton),
      this.tabs,
      make(
        "div",
        { class: "bb-columns" },
        this.text,
        make(
          "section",
          { class: "bb-side" },
          make("div", { class: "bb-filters" }, this.rules, this.sorting, make("label", {}, this.undecided, this.undecidedLabel), this.addButton),
          this.old,
          this.list,
        ),
      ),
      make("footer", {}, this.status, this.keys),
      this.help,
    );
    this.root.classList.add("bb");
    this.root.tabIndex = 0;
    this.root.dataset.lmSuppressShortcuts = "true"; // JupyterLab would take a, b, x and so on as commands
    this.root.onkeydown = (event) => this.key(event);
    this.label();
  }

  label() {
    this.root.lang = this.model.get("language");
    this.nextButton.textContent = this.say("next");
    this.undoButton.textContent = this.say("undo");
    this.languageButton.textContent = this.root.lang === "vi" ? "English" : "Tiếng Việt";
    this.undecidedLabel.textContent = this.say("undecided");
    this.addButton.textContent = `+ ${this.say("add")}`;
    this.keys.textContent = this.say("keys");
    this.articles.setAttribute("aria-label", this.say("article"));
    this.sorting.replaceChildren(...["doubtful", "inOrder"].map((name) => make("option", { value: name }, this.say(name))));
    this.sorting.value = this.byDoubt ? "doubtful" : "inOrder";
    this.help.replaceChildren(
      ...this.say("help").split("\n").flatMap((line) => {
        const [keys, does] = line.split("\t");
        return [make("b", {}, keys), make("span", {}, does)];
      }),
    );
  }

  switchLanguage() {
    this.model.set("language", this.root.lang === "vi" ? "en" : "vi");
    this.model.save_changes();
    this.label();
    this.showTabs();
    this.showList();
    this.showOutdated();
    this.showProgress();
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
    this.root.focus({ preventScroll: true });
  }

  // ---- an article -----------------------------------------------------------------------------------------------

  open({ document: article, rows, outdated, articles }) {
    this.article = article;
    this.outdated = outdated;
    this.offsets = offsets(article.text);
    this.words = null;
    this.sentences = null;
    this.rows = new Map(rows.map((row) => [this.keyOf(row), row]));
    this.articles.replaceChildren(
      ...articles.map(({ doc_id, title, left }) => this.nameArticle(make("option", { value: doc_id }), title, left)),
    );
    this.articles.value = article.doc_id;
    this.left = articles.filter(({ left, doc_id }) => left && doc_id !== article.doc_id).length;
    this.total = articles.length;
    if (!this.of(this.table).some((row) => row.values.rule === this.rule)) this.rule = "";
    this.draft = null;
    this.mark(null);
    this.selected = null;
    this.showText();
    this.text.scrollTop = 0;
    this.showOutdated();
    this.showProgress();
    if (!this.listed().length) this.table = TABLES.find((table) => this.of(table).length) ?? this.table;
    this.showTabs();
    this.showList();
    this.select((this.listed().find((row) => !row.verdict) ?? this.listed()[0])?.key ?? null);
  }

  nameArticle(option, title, left) {
    option.textContent = `${title} (${left || "✓"})`;
    return option;
  }

  keyOf = (row) => (row.key = `${row.table} ${row.place}`);
  of = (table) => [...this.rows.values()].filter((row) => row.table === table);
  from = (row) => this.offsets.unit(row.values.start);
  to = (row) => this.offsets.unit(row.values.end);
  wordsOf = (row) => this.article.text.slice(this.from(row), this.to(row));

  /** The rows of the table that pass the filters, as they are listed. */
  listed() {
    const rows = this.of(this.table).filter(
      (row) => (!this.rule || row.values.rule === this.rule) && (!this.onlyUndecided || !row.verdict || row.key === this.selected),
    );
    const inText = (a, b) => a.values.start - b.values.start || a.values.end - b.values.end;
    return rows.sort((a, b) => (this.byDoubt && b.doubt - a.doubt) || inText(a, b));
  }

  filter(changes) {
    this.select(null);
    Object.assign(this, changes);
    this.showList();
    this.select(this.listed()[0]?.key ?? null);
    this.root.focus({ preventScroll: true });
  }

  choose(table, key = null) {
    if (table !== this.table) {
      this.select(null);
      this.table = table;
      this.rule = "";
      this.showTabs();
      this.showList();
      key ??= this.listed()[0]?.key ?? null;
    }
    this.select(key);
  }

  showProgress() {
    const rows = [...this.rows.values()];
    const decided = rows.filter((row) => row.verdict).length;
    const percent = rows.length ? Math.round((100 * decided) / rows.length) : 100;
    this.progress.firstChild.style.width = `${percent}%`;
    this.progress.title = `${percent} %`;
    this.nameArticle(this.articles.selectedOptions[0], this.article.title, rows.length - decided);
    const articles = this.total - this.left - (decided < rows.length ? 1 : 0);
    this.count.textContent = `${decided}/${rows.length} · ${this.say("article").toLowerCase()} ${articles}/${this.total}`;
  }

  showTabs() {
    this.tabs.replaceChildren(
      ...TABLES.map((table) => {
        const rows = this.of(table);
        const shown = make("input", { type: "checkbox", title: this.say("show"), checked: !this.text.classList.contains(`bb-no-${table}`) });
        shown.onchange = () => this.text.classList.toggle(`bb-no-${table}`, !shown.checked);
        const name = make(
          "button",
          { type: "button", role: "tab", "aria-selected": String(table === this.table), "data-table": table, onclick: () => this.choose(table) },
          `${this.say(table)} ${rows.filter((row) => row.verdict).length}/${rows.length}`,
        );
        return make("span", { class: `bb-tab bb-${table}` }, shown, name);
      }),
    );
  }

  showOutdated() {
    this.old.replaceChildren();
    if (!this.outdated.length) return;
    const lines = this.outdated.map(({ table, text, verdict }) => make("li", {}, `${this.say(table)}: “${text}” ${MARKS[verdict]}`));
    this.old.append(make("details", {}, make("summary", {}, `${this.say("outdated")} ${lines.length}`), make("ul", {}, ...lines)));
  }

  // ---- the text -------------------------------------------------------------------------------------------------

  /** Cuts the text where a row begins or ends, so that rows may overlap, and makes an element of each piece. */
  showText() {
    const text = this.article.text;
    const opening = new Map();
    const cuts = new Set([0, text.length]);
    for (const row of this.rows.values()) {
      const from = this.from(row);
      cuts.add(from).add(this.to(row));
      opening.set(from, [...(opening.get(from) ?? []), row]);
    }
    const places = [...cuts].sort((a, b) => a - b);
    let active = [];
    this.pieces = places.slice(0, -1).map((from, number) => {
      active = [...active, ...(opening.get(from) ?? [])].filter((row) => this.to(row) > from);
      const element = make("span", {}, text.slice(from, places[number + 1]));
      element.piece = { element, from, to: places[number + 1], rows: active };
      this.paint(element.piece);
      return element.piece;
    });
    this.text.replaceChildren(...this.pieces.map((piece) => piece.element));
  }

  paint({ element, rows }) {
    const tables = new Set(rows.filter((row) => row.verdict !== "reject").map((row) => `bb-in-${row.table}`));
    element.className = [...tables, ...(rows.some((row) => row.key === this.selected) ? ["bb-on"] : [])].join(" ");
  }

  piecesOf = (row) => this.pieces.filter((piece) => piece.rows.includes(row));

  clickedText(event) {
    const piece = event.target.piece;
    if (!piece || this.pending) return;
    const rows = piece.rows
      .filter((row) => !this.text.classList.contains(`bb-no-${row.table}`))
      .sort((a, b) => this.to(a) - this.from(a) - (this.to(b) - this.from(b)));
    // A second click on the same words shows the next of the rows that share them.
    const mine = rows.findIndex((row) => row.key === this.selected);
    const row = mine >= 0 ? rows[(mine + 1) % rows.length] : (rows.find((other) => other.table === this.table) ?? rows[0]);
    if (row) this.go(row.table, row.key);
  }

  selectedByMouse() {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    if (!range || range.collapsed || !this.text.contains(range.commonAncestorContainer)) return this.mark(null);
    const at = (node, offset) => {
      if (node === this.text) return this.pieces[offset]?.from ?? this.article.text.length;
      const piece = (node.nodeType === Node.TEXT_NODE ? node.parentNode : node).piece;
      return node.nodeType === Node.TEXT_NODE || !offset ? piece.from + offset : piece.to;
    };
    const [from, to] = [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)];
    const words = this.article.text.slice(from, to);
    const start = from + words.length - words.trimStart().length;
    this.mark(words.trim() ? [start, start + words.trim().length] : null);
    selection.removeAllRanges();
  }

  /** Marks words as selected, in a colour of their own that stays when a field gets the focus. */
  mark(pending) {
    this.pending = pending;
    CSS.highlights.delete("bb-pending");
    if (!pending) return;
    const range = this.rangeOf(...pending);
    CSS.highlights.set("bb-pending", new Highlight(range));
    this.reveal(this.text, range);
  }

  rangeOf(from, to) {
    const range = document.createRange();
    const first = this.pieces.find((piece) => piece.to > from);
    const last = this.pieces.find((piece) => piece.to >= to);
    range.setStart(first.element.firstChild, from - first.from);
    range.setEnd(last.element.firstChild, to - last.from);
    return range;
  }

  /** Moves the selected words, or an end of them, by a word or a sentence. */
  moveSelection(event) {
    const row = this.rows.get(this.selected);
    const [start, end] = this.pending ?? (row ? [this.from(row), this.to(row)] : [0, 0]);
    const forward = event.key === "ArrowRight" || event.key === "ArrowDown";
    this.words ??= [...this.article.text.matchAll(WORD)].map((word) => [word.index, word.index + word[0].length]);
    this.sentences ??= [...this.article.text.matchAll(SENTENCE)].map((found) => found.index);
    const after = (place) => this.words.find(([from]) => from >= place);
    const before = (place) => this.words.findLast(([, to]) => to <= place);
    if (event.shiftKey && event.altKey) {
      const word = forward ? this.words.find(([from]) => from > start) : this.words.findLast(([from]) => from < start);
      if (word && word[0] < end) this.mark([word[0], end]);
    } else if (event.shiftKey) {
      const word = forward ? this.words.find(([, to]) => to > end) : this.words.findLast(([, to]) => to < end);
      if (word && word[1] > start) this.mark([start, word[1]]);
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const word = forward ? after(this.pending ? end : start) : before(start);
      if (word) this.mark(word);
    } else {
      const place = forward ? this.sentences.find((from) => from > start) : this.sentences.findLast((from) => from < start);
      if (place !== undefined) this.mark(after(place));
    }
  }

  // ---- the rows -------------------------------------------------------------------------------------------------

  showList() {
    const rules = [...new Set(this.of(this.table).map((row) => row.values.rule))].sort();
    this.rules.replaceChildren(
      make("option", { value: "" }, this.say("allRules")),
      ...rules.map((rule) => make("option", { value: rule }, rule)),
    );
    this.rules.value = this.rule;
    this.undecided.checked = this.onlyUndecided;
    const rows = this.listed();
    this.order = rows.map((row) => row.key);
    this.cards = new Map(rows.map((row) => [row.key, this.card(row)]));
    this.list.replaceChildren(...this.cards.values());
    if (this.draft) this.list.prepend(this.draftCard());
    else if (!rows.length) this.list.append(make("p", { class: "bb-empty" }, this.say("empty")));
  }

  card(row) {
    const open = row.key === this.selected;
    const columns = this.model.get("columns")[row.table];
    const summary = SUMMARY[row.table]
      .filter((name) => !["eq", null].includes(row.values[name]))
      .map((name) => this.plain(columns.find((column) => column.name === name), row.values[name]))
      .filter((value) => value !== "–" && value !== this.wordsOf(row));
    const [wrong, decided] = row.record;
    const doubts = [
      row.values.rule,
      decided ? `${this.say("wrongOf")} ${wrong}/${decided}` : null,
      row.missing.length ? `${this.say("missing")} ${row.missing.map(this.say).join(", ")}` : null,
    ].filter(Boolean);
    const card = make(
      "div",
      { class: `bb-card bb-${row.table}${open ? " bb-open" : ""}`, "data-key": row.key, "data-verdict": row.verdict ?? "" },
      make(
        "div",
        { class: "bb-head" },
        make("span", { class: "bb-mark" }, MARKS[row.verdict] ?? "○"),
        make("b", {}, this.wordsOf(row)),
        make("span", { class: "bb-summary" }, summary.join(" · ")),
      ),
      make("div", { class: "bb-rule" }, doubts.join(" · ")),
      row.others.length
        ? make("div", { class: "bb-others" }, `${this.say("others")}: ${row.others.map(([who, verdict]) => `${who} ${MARKS[verdict]}`).join(", ")}`)
        : null,
      open ? this.editor(row.table, row.values, row) : null,
    );
    card.onclick = (event) => {
      if (row.key !== this.selected && !event.target.closest("button, input, select, textarea")) this.go(row.table, row.key);
    };
    return card;
  }

  draftCard() {
    return make(
      "div",
      { class: `bb-card bb-open bb-draft bb-${this.draft.table}` },
      make("div", { class: "bb-head" }, make("span", { class: "bb-mark" }, MARKS.add), make("b", {}, this.wordsOf({ values: this.draft }))),
      this.editor(this.draft.table, this.draft, null),
    );
  }

  /** The fields of a row and what can be done with it. */
  editor(table, values, row) {
    const form = make("form", { class: "bb-form", noValidate: true });
    const fields = this.model.get("columns")[table].filter((column) => !HIDDEN.has(column.name));
    form.append(
      ...fields.map((column) => {
        const before = row?.extracted?.[column.name];
        const changed = row?.extracted && JSON.stringify(before) !== JSON.stringify(values[column.name]);
        return make(
          "label",
          { title: `${column.name}: ${column.meaning}`, class: changed ? "bb-changed" : "" },
          make("span", {}, this.say(column.name)),
          this.remembering(this.field(column, values[column.name], row)),
          changed ? make("small", {}, `${this.say("was")} ${this.plain(column, before)}`) : null,
        );
      }),
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      this.save();
    };
    const button = (name, key, does) => make("button", { type: "button", class: `bb-do bb-${name}`, title: key, onclick: does }, this.say(name));
    const save = make("button", { type: "submit", class: "bb-do bb-save", title: "Enter" }, this.say("save"));
    form.append(
      make(
        "div",
        { class: "bb-buttons" },
        ...(row
          ? [button("accept", "a", () => this.judge("accept")), button("reject", "r", () => this.judge("reject")), save, button("respan", "s", () => this.respan())]
          : [save, button("cancel", "Esc", () => this.cancel())]),
      ),
    );
    return form;
  }

  plain(column, value) {
    if (value === null || value === undefined) return "–";
    if (column.kind === "row") return this.named(column, value);
    if (column.kind === "choice") return this.say(`is_${value}`);
    if (typeof value === "number") return value.toLocaleString(this.root.lang, { maximumFractionDigits: 9 });
    return Array.isArray(value) ? value.join("; ") || "–" : value;
  }

  /** What a row is called in a list of rows to refer to. */
  named(column, place) {
    const row = this.rows.get(`${column.refers} ${place}`);
    if (!row) return column.name === "person_id" ? this.say("newPerson") : place;
    const words = column.name === "person_id" ? row.values.name : this.wordsOf(row);
    return words.length > 60 ? `${words.slice(0, 60)}…` : words;
  }

  remembering(field) {
    field.shown = field.value;
    return field;
  }

  field(column, value, row) {
    const name = column.name;
    if (column.kind === "list") {
      const rows = Math.min(6, Math.max(1, value.length));
      return make("textarea", { name, rows, value: value.join("\n"), placeholder: this.say("oneALine") });
    }
    if (column.kind === "choice" || column.kind === "row") {
      const places = column.kind === "row" ? this.referable(column, row) : column.choices;
      const select = make("select", { name }, ...(column.nullable || value === null ? [make("option", { value: "" }, "–")] : []));
      const options = value !== null && !places.includes(value) ? [value, ...places] : places;
      select.append(...options.map((choice) => make("option", { value: choice }, column.kind === "row" ? this.named(column, choice) : this.say(`is_${choice}`))));
      select.value = value ?? "";
      return select;
    }
    const number = column.kind === "number" || column.kind === "whole";
    return make("input", {
      name,
      type: number ? "number" : "text",
      step: "any",
      placeholder: column.kind === "date" ? "2023-06-30" : "",
      autocomplete: "off",
      value: String(value ?? ""),
    });
  }

  referable(column, row) {
    const rows = this.of(column.refers).sort((a, b) => a.values.start - b.values.start);
    if (column.name !== "person_id") return rows.filter((other) => other !== row && other.verdict !== "reject").map((other) => other.place);
    const own = row?.place ?? `${this.draft.start}-${this.draft.end}`;
    return [...new Set([...rows.map((other) => other.values.person_id), own])];
  }

  /** What was written into the fields, by column; null, with a message, where a field holds no value. */
  written(table) {
    const form = this.list.querySelector("form");
    const changed = {};
    if (!form) return changed;
    for (const column of this.model.get("columns")[table]) {
      const field = form.elements[column.name];
      // A field cannot show every value, such as one with line breaks: what nobody touched is as it was.
      if (!field || (field.value === field.shown && !field.validity.badInput)) continue;
      if (field.validity.badInput) {
        this.refuse({ reason: column.kind, column: column.name });
        return null;
      }
      const text = field.value.trim();
      if (column.kind === "list") changed[column.name] = text.split("\n").map((line) => line.trim()).filter(Boolean);
      else if (text === "") changed[column.name] = null;
      else changed[column.name] = column.kind === "number" || column.kind === "whole" ? Number(text) : text;
    }
    return changed;
  }

  // ---- what is done ---------------------------------------------------------------------------------------------

  select(key) {
    const before = this.rows.get(this.selected);
    this.selected = key;
    if (this.draft) {
      this.draft = null;
      this.list.querySelector(".bb-draft")?.remove();
    }
    for (const row of [before, this.rows.get(key)]) {
      if (!row) continue;
      for (const piece of this.piecesOf(row)) this.paint(piece);
      if (this.cards.has(row.key)) this.recard(row);
    }
    const row = this.rows.get(key);
    this.mark(null);
    if (!row) return;
    this.reveal(this.list, this.cards.get(key));
    this.reveal(this.text, this.piecesOf(row)[0]?.element);
  }

  recard(row) {
    const card = this.card(row);
    this.cards.get(row.key).replaceWith(card);
    this.cards.set(row.key, card);
  }

  /** Scrolls a part of the widget, and never the notebook, until something in it is seen, whole if it has room. */
  reveal(box, thing) {
    if (!thing) return;
    const [outer, inner] = [box.getBoundingClientRect(), thing.getBoundingClientRect()];
    const room = Math.max(0, outer.height - inner.height);
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - Math.min(room - 2, outer.height / 4);
    }
  }

  step(by) {
    if (!this.order.length) return;
    const at = this.order.indexOf(this.selected);
    this.select(this.order[Math.max(0, Math.min(this.order.length - 1, at + by))]);
  }

  judge(verdict, changes = {}) {
    const row = this.rows.get(this.selected);
    if (!row) return;
    const written = verdict === "reject" ? {} : this.written(row.table);
    if (!written) return;
    this.advance = verdict !== "edit";
    this.ask("judge", { table: row.table, place: row.place, verdict, changes: { ...written, ...changes } });
  }

  save() {
    if (!this.draft) return this.judge("edit");
    const { table, ...values } = this.draft;
    const written = this.written(table);
    if (!written) return;
    this.advance = false;
    this.ask("judge", { table, place: `${values.start}-${values.end}`, verdict: "add", changes: { ...values, ...written } });
  }

  respan() {
    if (!this.pending) return this.note(this.say("select"), true);
    const [start, end] = this.pending.map(this.offsets.point);
    this.judge("edit", { start, end });
  }

  add() {
    if (!this.pending) return this.note(this.say("select"), true);
    const [start, end] = this.pending.map(this.offsets.point);
    this.ask("draft", { table: this.table, start, end });
  }

  /** Opens the fields of a row that is to be added. */
  edit(draft) {
    this.select(null);
    this.draft = draft;
    this.mark([this.from({ values: draft }), this.to({ values: draft })]);
    this.showList();
    this.list.scrollTop = 0;
    this.focusField((column) => !column.nullable && draft[column.name] === null);
  }

  focusField(wanted) {
    const columns = this.model.get("columns")[this.table].filter((column) => !HIDDEN.has(column.name));
    const { name } = columns.find(wanted) ?? columns[0];
    const field = this.list.querySelector(`form [name="${name}"]`);
    field?.focus();
    field?.select?.();
  }

  cancel() {
    if (this.draft) {
      this.draft = null;
      this.showList();
      this.select(this.order[0] ?? null);
    } else if (this.rows.has(this.selected)) this.recard(this.rows.get(this.selected));
    this.root.focus({ preventScroll: true });
  }

  next() {
    this.ask("open", { table: this.rule ? this.table : null, rule: this.rule || null });
  }

  /** Takes a row as it is after a decision, or after one that was undone. */
  replace({ row, was }) {
    const key = row ? this.keyOf(row) : `${was[0]} ${was[1]}`;
    const before = this.rows.get(key);
    const moved = !row || !before || before.values.start !== row.values.start || before.values.end !== row.values.end;
    if (row) this.rows.set(key, row);
    else this.rows.delete(key);
    if (moved) this.showText();
    else {
      for (const piece of this.piecesOf(before)) {
        piece.rows = piece.rows.map((other) => (other === before ? row : other));
        this.paint(piece);
      }
    }
    this.showProgress();
    this.draft = null;
    if (was || !before) this.choose(row?.table ?? was[0], row ? key : null);
    if (!row || !before || !this.cards.has(key)) {
      this.selected = row ? key : null;
      this.showList();
    } else this.recard(row);
    this.showTabs();
    this.select(row ? key : (this.order[0] ?? null));
    if (this.wanted) this.choose(this.rows.get(this.wanted).table, this.wanted);
    else if (!was && this.advance) this.goOn();
    this.wanted = null;
    this.root.focus({ preventScroll: true });
  }

  /** To the next undecided row of the table, or else to the next table that has one. */
  goOn() {
    const after = this.order.slice(this.order.indexOf(this.selected) + 1);
    const waits = (key) => !this.rows.get(key).verdict;
    const key = after.find(waits) ?? this.order.find(waits);
    if (key) return this.select(key);
    const later = [...TABLES.slice(TABLES.indexOf(this.table) + 1), ...TABLES];
    const table = this.rule ? null : later.find((other) => this.of(other).some((row) => !row.verdict));
    if (table) this.choose(table);
    else this.note(this.say("reviewed"));
  }

  /** Selects a row; what was written into the fields of another one is saved before. */
  go(table, key) {
    const row = this.draft ? null : this.rows.get(this.selected);
    const changes = row ? this.written(row.table) : {};
    if (!changes) return;
    if (!Object.keys(changes).length) return this.choose(table, key);
    this.wanted = key;
    this.ask("judge", { table: row.table, place: row.place, verdict: "edit", changes });
  }

  key(event) {
    const field = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") this.help.hidden ? this.cancel() : this.toggleHelp();
    else if (field) {
      if (event.key !== "Enter" || (event.target.matches("textarea") && !event.ctrlKey)) return event.stopPropagation();
      this.save();
    } else if (event.ctrlKey || event.metaKey || !this.article) return;
    else if (event.key.startsWith("Arrow")) this.moveSelection(event);
    else if (/^[1-5]$/.test(event.key)) this.choose(TABLES[event.key - 1]);
    else {
      const does = {
        j: () => this.step(1),
        k: () => this.step(-1),
        a: () => this.judge("accept"),
        r: () => this.judge("reject"),
        e: () => this.focusField(() => true),
        s: () => this.respan(),
        i: () => this.add(),
        "+": () => this.add(),
        u: () => this.ask("undo", {}),
        n: () => this.next(),
        "?": () => this.toggleHelp(),
      }[event.key];
      if (!does) return;
      does();
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function render({ model, el }) {
  const review = new Review(model, el.appendChild(document.createElement("div")));
  return () => review.close();
}

export default { render };
