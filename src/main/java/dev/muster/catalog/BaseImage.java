package dev.muster.catalog;

import java.util.List;
import java.util.Map;

/// A base image of Windows containers.
///
/// @param role  `server-core`, `nano-server`, …
/// @param names where it is had, Microsoft's registry first; Docker Hub held it up to 1803
/// @param tags  by build: `17763` → `ltsc2019`, `1809`
public record BaseImage(
        String role, List<String> names, @KnownBuild Map<String, List<String>> tags, String source) {

    private static final int LAST_ON_DOCKER_HUB = 17134;

    public BaseImage {
        names = List.copyOf(names);
        tags = Map.copyOf(tags);
    }

    /// Every full name for a build: `mcr.microsoft.com/windows/nanoserver:1809`. Docker Hub's names end with
    /// 1803.
    public List<String> fullNames(int build) {
        return tags.getOrDefault(String.valueOf(build), List.of()).stream()
                .flatMap(tag -> names.stream()
                        .filter(name -> build <= LAST_ON_DOCKER_HUB || !name.startsWith("microsoft/"))
                        .map(name -> name + ":" + tag))
                .toList();
    }
}
