package dev.muster.ui.kit;

/// Ids of what can be pressed, typed into or read by a test; each is used once in the window.
public final class Ids {

    public static final String BIG_BUTTON = "big-button";
    public static final String BACK = "back";
    public static final String STOP = "stop";
    public static final String BAR_SENTENCE = "bar-sentence";
    public static final String PAGE_TITLE = "page-title";
    public static final String LANGUAGE = "language";
    public static final String THEME = "theme";
    public static final String HELP = "help";
    public static final String SAVE_FILE = "save-file";
    public static final String PRACTICE_SIGN = "practice-sign";
    public static final String RAIL = "rail-";
    public static final String EXPLANATION = "explanation";
    public static final String EXPLANATION_CLOSE = "explanation-close";

    public static final String START_JOIN = "start-join";
    public static final String START_PRACTISE = "start-practise";
    public static final String START_PRACTISE_TODAY = "start-practise-today";
    public static final String START_OPEN = "start-open";
    public static final String START_EARLIER = "start-earlier-";

    public static final String COMMAND = "command";
    public static final String COMMAND_SHOWN = "command-shown";
    public static final String COMMAND_PASTE = "command-paste";
    public static final String COMMAND_CLEAR = "command-clear";
    public static final String COMMAND_WHERE = "command-where";
    public static final String SETUP_NAME = "setup-name";
    public static final String RANCHER_VERSION = "rancher-version";
    public static final String KUBERNETES = "kubernetes";
    public static final String SETTINGS_VERSION = "settings-version";
    public static final String NETWORK = "network";

    public static final String HOSTS_TABLE = "hosts-table";
    public static final String HOSTS_FILTER = "hosts-filter";
    public static final String HOST_ADD = "host-add";
    public static final String HOSTS_PASTE = "hosts-paste";
    public static final String HOSTS_IMPORT = "hosts-import";
    public static final String HOSTS_LOGINS = "hosts-logins";
    public static final String HOSTS_BASTIONS = "hosts-bastions";
    public static final String HOSTS_REMOVE = "hosts-remove";
    public static final String HOSTS_COPY = "hosts-copy";
    public static final String HOST_NAME = "host-name";
    public static final String HOST_ADDRESS = "host-address";
    public static final String HOST_PORT = "host-port";
    public static final String HOST_LOGIN = "host-login";
    public static final String HOST_VIA = "host-via";
    public static final String HOST_OS = "host-os-";
    public static final String HOST_CONNECT = "host-connect-";
    public static final String HOST_AUTH = "host-auth";
    public static final String HOST_HTTP = "host-http";
    public static final String HOST_LABELS = "host-labels";
    public static final String HOST_TAINTS = "host-taints";
    public static final String HOST_ROLE = "host-role-";
    public static final String PASTE_TEXT = "paste-text";
    public static final String PASTE_TAKE = "paste-take";
    public static final String PASTE_CLOSE = "paste-close";
    public static final String PASTE_PREVIEW = "paste-preview";
    public static final String LOGIN_LIST = "login-list";
    public static final String LOGIN_ADD = "login-add";
    public static final String LOGIN_CLOSE = "login-close";
    public static final String LOGIN_NAME = "login-name";
    public static final String LOGIN_USER = "login-user";
    public static final String LOGIN_DOMAIN = "login-domain";
    public static final String LOGIN_PROOF = "login-proof-";
    public static final String LOGIN_PASSWORD = "login-password";
    public static final String LOGIN_PASSPHRASE = "login-passphrase";
    public static final String LOGIN_CERTIFICATE = "login-certificate";
    public static final String LOGIN_KEYTAB = "login-keytab";
    public static final String LOGIN_KEY = "login-key";
    public static final String LOGIN_KEY_CHOOSE = "login-key-choose";
    public static final String LOGIN_SUDO = "login-sudo";
    public static final String BASTION_LIST = "bastion-list";
    public static final String BASTION_ADD = "bastion-add";
    public static final String BASTION_CLOSE = "bastion-close";
    public static final String BASTION_NAME = "bastion-name";
    public static final String BASTION_ADDRESS = "bastion-address";
    public static final String BASTION_PORT = "bastion-port";
    public static final String BASTION_LOGIN = "bastion-login";
    public static final String BASTION_VIA = "bastion-via";
    public static final String BASTION_USUAL = "bastion-usual";

    public static final String REACH_LIST = "reach-list";
    public static final String REACH_AGAIN = "reach-again";
    public static final String REACH_TRUST = "reach-trust-";
    public static final String REACH_FORGET = "forget-";
    public static final String REACH_TRUST_ALL = "reach-trust-all";
    public static final String REACH_FACTS = "reach-facts";

    public static final String FITS_FILTER = "fits-filter";
    public static final String FITS_AGAIN = "fits-again";
    public static final String FITS_LIST = "fits-list";
    public static final String FITS_MATRIX = "fits-matrix";
    public static final String FITS_VIEW = "fits-view-";
    public static final String FITS_SEVERITY = "fits-severity";
    public static final String FITS_SECTIONS = "fits-sections";
    public static final String FITS_ASK = "fits-ask";
    public static final String HOSTS_TEACH = "hosts-teach";
    public static final String FITS_SHOW = "fits-show-";

    public static final String MATRIX = "matrix";
    public static final String MATRIX_GRID = "matrix-grid";
    public static final String MATRIX_CELL = "matrix-cell";
    public static final String MATRIX_KIND = "matrix-kind-";
    public static final String MATRIX_RANCHER = "matrix-rancher";
    public static final String MATRIX_IMAGES = "matrix-images";
    public static final String MATRIX_IMAGES_TEXT = "matrix-images-text";
    public static final String MATRIX_IMAGES_TAKE = "matrix-images-take";
    public static final String MATRIX_IMAGES_CLOSE = "matrix-images-close";
    public static final String MATRIX_IMAGES_LIST = "matrix-images-list";
    public static final String MATRIX_SAVE = "matrix-save-";
    public static final String MATRIX_TEACH = "matrix-teach";
    public static final String MATRIX_CATALOGUE = "matrix-catalogue";
    public static final String MATRIX_CATALOGUE_IMPORT = "matrix-catalogue-import";
    public static final String TEACH_TOPICS = "teach-topics";
    public static final String TEACH_TOPIC = "teach-topic";
    public static final String TEACH_MATRIX = "teach-matrix";

    public static final String REVIEW_STEPS = "review-steps";
    public static final String REVIEW_SCRIPT = "review-script";
    public static final String REVIEW_COPY = "review-copy";
    public static final String REVIEW_SAVE = "review-save";
    public static final String REVIEW_HOST = "review-host-";

    public static final String RUN_GRID = "run-grid";
    public static final String RUN_LOG = "run-log";
    public static final String RUN_HOST = "run-host";
    public static final String RUN_FIND = "run-find";
    public static final String RUN_FIRST_ERROR = "run-first-error";
    public static final String RUN_FOLLOW = "run-follow";
    public static final String RUN_SAVE = "run-save";
    public static final String RUN_RETRY = "run-retry-";
    public static final String RUN_SKIP = "run-skip-";
    public static final String RUN_TAKE_OVER = "run-take-over";
    public static final String RUN_TAKE_OVER_NAME = "run-take-over-";
    public static final String RUN_OPEN_SETTINGS = "run-open-settings";

    public static final String STOP_NOW = "stop-now";
    public static final String STOP_AFTER = "stop-after";
    public static final String STOP_NOT = "stop-not";
    public static final String LEAVE_DO = "leave-do";
    public static final String LEAVE_NOT = "leave-not";
    public static final String ASKED_SECRET = "asked-secret";
    public static final String ASKED_USE = "asked-use";
    public static final String ASKED_WITHOUT = "asked-without";

    public static final String REPORT_SAVE_HTML = "report-save-html";
    public static final String REPORT_SAVE_MD = "report-save-md";
    public static final String REPORT_SAVE_JUNIT = "report-save-junit";
    public static final String REPORT_STEPS = "report-steps";

    private Ids() {}
}
