package dev.muster.base;

/// Where in somebody's input a problem is.
///
/// @param file  name of the file as the user gave it, or of the field's page; empty when there is none
/// @param line  from 1; 0 when unknown
/// @param column from 1, in characters; 0 when unknown
/// @param field path of the field: `hosts[2].roles`; empty when the whole is meant
/// @param value what stands there, cut to 120 characters and free of secrets; empty when nothing does
public record Place(String file, int line, int column, String field, String value) {

    public static final Place NOWHERE = new Place("", 0, 0, "", "");

    private static final int SHOWN = 120;

    public Place {
        value = value.length() <= SHOWN ? value : cut(value);
    }

    public static Place field(String field, String value) {
        return new Place("", 0, 0, field, value);
    }

    public Place in(String newFile) {
        return new Place(newFile, line, column, field, value);
    }

    private static String cut(String value) {
        var end = Character.isHighSurrogate(value.charAt(SHOWN - 2)) ? SHOWN - 2 : SHOWN - 1;
        return value.substring(0, end) + "…";
    }
}
