@NullMarked
package dev.muster.assess.cluster;

import org.jspecify.annotations.NullMarked;
