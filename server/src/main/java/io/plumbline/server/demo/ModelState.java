package io.plumbline.server.demo;

/**
 * In which state the model scores an application.
 *
 * @param shift added to the logit of every score: what the model wrongly reads out of inputs that have drifted
 * @param againstWomen added to the logit of the scores of women, for which their loans give no reason
 * @param bureau whether the credit bureau answers
 */
record ModelState(double shift, double againstWomen, Bureau bureau) {
    /** As it was trained. */
    static final ModelState SOUND = new ModelState(0, 0, Bureau.ANSWERS);

    /** Whether the credit bureau answers. */
    enum Bureau {
        ANSWERS,
        /** What it knows is missing in the records, and the model takes the usual history in its place. */
        SILENT
    }

    double shift(Applicant applicant) {
        return shift + (applicant.gender().equals("female") ? againstWomen : 0);
    }
}
