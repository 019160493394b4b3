package dev.muster.assess;

import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.ImageBuild;
import dev.muster.setup.WindowsImage;

/// An image of the admin's own, and what it was built on; unknown where neither its name nor the admin says.
public record OwnImage(String name, Reading<ImageBuild> build) {

    /// As the setup says, else as the image's own tag says.
    public static OwnImage of(WindowsImage image, Catalog catalog) {
        var said = image.build().isEmpty() ? image.name() : image.build();
        return new OwnImage(image.name(), catalog.windows().imageBuild(said));
    }

    boolean isOf(int number) {
        return build.known().filter(known -> known.build() == number).isPresent();
    }
}
