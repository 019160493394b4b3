package dev.muster.setup.inventory;

import dev.muster.base.Problem;
import dev.muster.setup.WindowsImage;
import java.util.List;

/// What came of reading a list of images.
///
/// @param problems each with its line; the other lines were read
public record ProposedImages(List<WindowsImage> images, List<Problem> problems) {

    public ProposedImages {
        images = List.copyOf(images);
        problems = List.copyOf(problems);
    }
}
