package io.scupper.model;

/**
 * What a test allows its subject to use up while the fault is on, of what is used and given back: a leak rule never sees it.
 *
 * @param of the class that it is about, as {@link Class#getName} tells it; empty where it is about none
 * @param atMost in the unit of the measure; what was measured may be as much and no more
 */
public record Budget(Measure measure, String of, double atMost) {

    /** Makes one that is about no class. */
    public Budget(Measure measure, double atMost) {
        this(measure, "", atMost);
    }

    /** Returns how messages call it: the attribute of the annotation, and the class it is about. */
    public String label() {
        return of.isEmpty() ? measure.attribute() : measure.attribute() + " of " + of;
    }

    /** What can be measured against a budget. */
    public enum Measure {
        /** The most that is live at once. */
        PEAK_HEAP("peakHeap", Unit.BYTES),
        /** What the subject's threads allocate for one operation, garbage included. */
        ALLOCATED("allocatedPerOperation", Unit.BYTES),
        /** What databases are asked for one operation. */
        QUERIES("queriesPerOperation", Unit.COUNT),
        /** What Redis is asked for one operation. */
        COMMANDS("commandsPerOperation", Unit.COUNT),
        /** What one live instance of a class takes without what it refers to. */
        SHALLOW("shallow", Unit.BYTES),
        /** What one live instance of a class takes with all that would go with it. */
        RETAINED("retained", Unit.BYTES);

        private final String attribute;
        private final Unit unit;

        Measure(String attribute, Unit unit) {
            this.attribute = attribute;
            this.unit = unit;
        }

        /** Returns what it is called in annotations, records and messages. */
        public String attribute() {
            return attribute;
        }

        public Unit unit() {
            return unit;
        }
    }
}
