CREATE TABLE acting (
    device TEXT PRIMARY KEY NOT NULL REFERENCES device (id),
    member TEXT NOT NULL REFERENCES member (id),
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
    device TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    member TEXT NOT NULL,
    operation TEXT NOT NULL,
    object TEXT NOT NULL,
    before TEXT,
    after TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (device, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_head (
    device TEXT PRIMARY KEY NOT NULL,
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE brand_revision (
    number INTEGER PRIMARY KEY,
    profile TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE candidate (
    id TEXT PRIMARY KEY NOT NULL,
    post TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    angle TEXT NOT NULL,
    skill TEXT NOT NULL,
    seed TEXT NOT NULL,
    facts TEXT NOT NULL,
    ranking TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL, global TEXT REFERENCES global_revision (id)
    DEFERRABLE INITIALLY DEFERRED, pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    UNIQUE (post, ordinal)
) STRICT;

CREATE TABLE channel (
    id TEXT PRIMARY KEY NOT NULL,
    network TEXT NOT NULL,
    name TEXT NOT NULL,
    handle TEXT,
    state TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE chunk (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL CHECK (span_end >= span_start),
    headings TEXT NOT NULL,
    tokens INTEGER NOT NULL,
    UNIQUE (document, ordinal)
) STRICT;

CREATE TABLE comment (
    id TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    thread TEXT REFERENCES comment (id) ON DELETE CASCADE,
    revision TEXT NOT NULL REFERENCES version_revision (id),
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text TEXT,
    at INTEGER NOT NULL,
    edited INTEGER,
    resolved_at INTEGER,
    resolved_by TEXT REFERENCES member (id),
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    CHECK (start < stop)
) STRICT;

CREATE INDEX comment_revision ON comment (revision);

CREATE INDEX comment_thread ON comment (thread);

CREATE INDEX comment_version ON comment (version);

CREATE TABLE conversation_turn (
    id TEXT PRIMARY KEY NOT NULL,
    conversation TEXT NOT NULL,
    said TEXT NOT NULL,
    understood TEXT NOT NULL,
    run TEXT REFERENCES run (id) ON DELETE SET NULL,
    at INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;

CREATE INDEX conversation_turn_conversation ON conversation_turn (conversation);

CREATE TABLE decision (
    id TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    candidate TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    revision TEXT NOT NULL REFERENCES version_revision (id),
    content_hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    comment TEXT,
    seconds_of_editing INTEGER NOT NULL,
    at INTEGER NOT NULL,
    voided_at INTEGER,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
, level TEXT NOT NULL DEFAULT '', reason TEXT) STRICT;

CREATE INDEX decision_revision ON decision (revision);

CREATE UNIQUE INDEX decision_standing ON decision (version, level, by_member)
    WHERE kind = 'approve' AND voided_at IS NULL;

CREATE INDEX decision_version ON decision (version);

CREATE TABLE device (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE document (
    id TEXT PRIMARY KEY NOT NULL,
    file TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    no_facts INTEGER NOT NULL CHECK (no_facts IN (0, 1)),
    revision INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    reading TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL,
    FOREIGN KEY (id, revision) REFERENCES document_revision (document, revision)
        DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE document_revision (
    document TEXT NOT NULL,
    revision INTEGER NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL,
    PRIMARY KEY (document, revision)
) STRICT;

CREATE TABLE entry (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL,
    question TEXT,
    subject TEXT NOT NULL,
    statement TEXT NOT NULL,
    form TEXT NOT NULL,
    quoted INTEGER NOT NULL CHECK (quoted IN (0, 1)),
    step INTEGER,
    product TEXT,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL CHECK (span_end >= span_start),
    headings TEXT NOT NULL,
    entities TEXT NOT NULL,
    confidence REAL NOT NULL,
    language TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL,
    UNIQUE (document, ordinal)
) STRICT;

CREATE INDEX entry_kind ON entry (kind);

CREATE INDEX entry_subject ON entry (subject);

CREATE TABLE global_revision (
    id TEXT PRIMARY KEY NOT NULL,
    candidate TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    parent TEXT REFERENCES global_revision (id) ON DELETE SET NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    reason TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;

CREATE INDEX global_revision_candidate ON global_revision (candidate);

CREATE INDEX global_revision_parent ON global_revision (parent);

CREATE TABLE guard_level (
    guard TEXT PRIMARY KEY NOT NULL,
    level TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE index_queue (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL
) STRICT;

CREATE TABLE job (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    run TEXT NOT NULL UNIQUE REFERENCES run (id) ON DELETE CASCADE,
    leased_by INTEGER,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE look (
    member TEXT NOT NULL REFERENCES member (id),
    version TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    revision TEXT NOT NULL REFERENCES version_revision (id),
    before TEXT REFERENCES version_revision (id),
    at INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    PRIMARY KEY (member, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX look_before ON look (before);

CREATE INDEX look_revision ON look (revision);

CREATE INDEX look_version ON look (version);

CREATE TABLE media (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    alt TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE member (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    on_device TEXT NOT NULL REFERENCES device (id) DEFERRABLE INITIALLY DEFERRED,
    written INTEGER NOT NULL
, removed_at INTEGER) STRICT;

CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE past_post (
    id TEXT PRIMARY KEY NOT NULL,
    fingerprint TEXT NOT NULL UNIQUE,
    date TEXT,
    network TEXT,
    text TEXT NOT NULL,
    metrics TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE post (
    id TEXT PRIMARY KEY NOT NULL,
    run TEXT NOT NULL UNIQUE REFERENCES run (id),
    brief TEXT NOT NULL,
    language TEXT NOT NULL,
    skill TEXT NOT NULL,
    notice TEXT,
    chosen TEXT REFERENCES candidate (id),
    created INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
, former TEXT REFERENCES post (id) ON DELETE SET NULL, tags TEXT NOT NULL DEFAULT '[]') STRICT;

CREATE INDEX post_created ON post (created);

CREATE INDEX post_former ON post (former);

CREATE TABLE review_policy (
    revision INTEGER PRIMARY KEY NOT NULL,
    policy TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE run (
    id TEXT PRIMARY KEY NOT NULL,
    schema_version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    input TEXT NOT NULL,
    failure TEXT,
    seed TEXT NOT NULL,
    created INTEGER NOT NULL,
    ended INTEGER,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;

CREATE TABLE step (
    run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    started INTEGER,
    ended INTEGER,
    output TEXT,
    PRIMARY KEY (run, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE version (
    id TEXT PRIMARY KEY NOT NULL,
    candidate TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    channel TEXT NOT NULL REFERENCES channel (id),
    state TEXT NOT NULL,
    head TEXT NOT NULL REFERENCES version_revision (id) DEFERRABLE INITIALLY DEFERRED,
    requested_by TEXT REFERENCES member (id),
    requested_at INTEGER,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL,
    UNIQUE (candidate, channel)
) STRICT;

CREATE TABLE version_revision (
    id TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    parent TEXT REFERENCES version_revision (id) ON DELETE SET NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    reason TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
, global TEXT REFERENCES global_revision (id)
    ON DELETE SET NULL) STRICT;

CREATE INDEX version_revision_global ON version_revision (global);

CREATE INDEX version_revision_parent ON version_revision (parent);

CREATE INDEX version_revision_version ON version_revision (version);

CREATE INDEX version_state ON version (state);

CREATE TABLE voice_revision (
    number INTEGER PRIMARY KEY,
    voice TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;

CREATE TABLE workspace (
    id TEXT PRIMARY KEY NOT NULL,
    only_one INTEGER NOT NULL UNIQUE DEFAULT 1 CHECK (only_one = 1),
    kind TEXT NOT NULL CHECK (kind IN ('plain', 'encrypted')),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    device TEXT NOT NULL REFERENCES device (id),
    created INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;

