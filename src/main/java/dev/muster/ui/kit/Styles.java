package dev.muster.ui.kit;

/// Style classes of `muster.css`.
public final class Styles {

    /// Text that a host or the admin wrote, shown as it is and translated by nobody.
    public static final String AS_IS = "as-is";

    public static final String ACCENT = "accent";
    public static final String ACTIONS = "actions";
    public static final String BAR = "bottom-bar";
    public static final String BADGE = "badge";
    public static final String BANNER = "banner";
    public static final String BIG = "big-button";
    public static final String BODY = "card-body";
    public static final String CARD = "card";
    public static final String CELL = "grid-cell";
    public static final String CHIP = "chip";
    public static final String CODE = "code";
    public static final String CURRENT = "current";
    public static final String DANGER = "danger";
    public static final String EMPTY = "empty-state";
    public static final String FAULT = "fault";
    public static final String FIELD_LABEL = "field-label";
    /// Compared by a person, so it is shown whole.
    public static final String FINGERPRINT = "fingerprint";

    /// What Ctrl+F goes to.
    public static final String FINDER = "finder";
    public static final String FINDING = "finding";
    public static final String FLAT_ROW = "flat-row";
    public static final String HALVES = "halves";
    public static final String HEAD = "card-head";
    public static final String HERE = "here";
    public static final String INNER = "inner";
    public static final String JOB = "job";
    public static final String LINK = "link";
    public static final String LOG = "log";
    public static final String LOG_ERROR = "log-error";
    public static final String LOG_FOUND = "log-found";
    public static final String MARK = "stage-mark";
    public static final String MATRIX = "matrix";
    public static final String MONO = "mono";
    public static final String MUTED = "muted";
    public static final String NOTE = "note";
    public static final String PAGE = "page";
    public static final String PAGE_SCROLL = "page-scroll";
    public static final String PLAIN_LIST = "plain-list";
    public static final String PROGRESS = "run-progress";
    public static final String RAIL = "rail";
    public static final String RAIL_FOOT = "rail-foot";
    public static final String RAIL_ITEM = "rail-item";
    public static final String RAIL_LINE = "rail-line";
    public static final String RAIL_NAME = "rail-name";
    public static final String SENTENCE = "sentence";
    public static final String SMALL_BUTTON = "small-button";
    public static final String STRONG = "strong";
    public static final String SUCCESS = "success";
    public static final String TITLE = "page-title";
    public static final String TOP = "top-bar";
    public static final String TOP_BUTTON = "top-button";
    public static final String WARNING = "warning";

    private Styles() {}
}
