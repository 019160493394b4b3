package dev.muster.catalog;

import java.time.LocalDate;

/// A file of the catalogue that stood in the admin's own folder.
///
/// @param file    `rancher.yaml`
/// @param date    of that file
/// @param shipped of the one inside this build
public record Newer(String file, LocalDate date, LocalDate shipped) {

    /// Whether it takes the place of the one inside this build.
    public boolean used() {
        return date.isAfter(shipped);
    }
}
