package dev.muster.catalog;

/// Thresholds that are no size and no port.
///
/// @param clockSoft   clocks further apart want a word
/// @param clockHard   clocks further apart stop the run
/// @param clockRancher a clock further from Rancher's wants a word
/// @param fsync        etcd's disk: slower writes, but for one of a hundred, want a word
/// @param nameServers    more aren't used
/// @param shellMemory    less for a session of WinRM wants a word
/// @param shellProcesses fewer in a session of WinRM want a word
/// @param shells         fewer sessions of WinRM want a word
/// @param catalogueAge   an older catalogue wants a word
/// @param latency        more between two servers, there and back, wants a word
/// @param loss           more of the packets between two servers lost wants a word
public record Thresholds(
        Limit clockSoft,
        Limit clockHard,
        Limit clockRancher,
        Limit fsync,
        Limit nameServers,
        Limit shellMemory,
        Limit shellProcesses,
        Limit shells,
        Limit catalogueAge,
        Limit latency,
        Limit loss) {}
