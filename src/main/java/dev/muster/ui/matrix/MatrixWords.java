package dev.muster.ui.matrix;

import dev.muster.base.Key;
import dev.muster.base.Text;

/// The words of the page *Matrix*.
enum MatrixWords implements Key {
    TITLE,
    SENTENCE,
    SERVERS,
    CLIENTS,
    RANCHER,
    RANCHER_NONE,
    IMAGES,
    IMAGES_CLOSE,
    SAVE,
    SAVE_TITLE,
    SAVED,
    TEACH,
    GRID,
    CORNER,
    OF_RANCHER,
    OWN_COUNT,
    HOST_COUNT,
    PROCESS,
    HYPERV,
    NOT_AT_ALL,
    CLIENT_10,
    CLIENT_11,
    CELL,
    PROCESS_YES,
    PROCESS_NO,
    PROCESS_UNKNOWN,
    HYPERV_YES,
    HYPERV_NO,
    HYPERV_UNKNOWN,
    CONDITION,
    SOURCE,
    BASE_IMAGES,
    SUPPORTED_UNTIL,
    HOSTS_HERE,
    RANCHER_HERE,
    OWN_HERE,
    SPOKEN,
    UNPLACED,
    CATALOGUE,
    CATALOGUE_OLD,
    CATALOGUE_IMPORT,
    CATALOGUE_TAKEN,
    BAR,
    ADD_TITLE,
    ADD_HINT,
    ADD_FIELD,
    ADD_TAKE,
    ADD_NONE,
    ADD_LIST,
    ADD_REMOVE,
    ADD_REMOVE_SPOKEN,
    ADD_PROBLEM,
    IMAGE_BUILD,
    IMAGE_UNKNOWN,
    IMAGE_RUNS,
    IMAGE_RUNS_HYPERV,
    IMAGE_NOWHERE;

    static Text text(MatrixWords key, Object... arguments) {
        return Text.of(key, arguments);
    }
}
