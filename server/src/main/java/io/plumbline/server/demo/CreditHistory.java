package io.plumbline.server.demo;

/** What the credit bureau knows: late payments push the score down, and so does using much of the credit granted. */
record CreditHistory(int creditLines, double utilization, int latePayments, int monthsSinceLate, int score) {
    /** What stands for a history that is not known. */
    static final CreditHistory USUAL = new CreditHistory(3, 0.3, 0, 1, 680);

    static CreditHistory draw(Applicant applicant, Conditions conditions, Draws draws) {
        int lines = 1 + draws.poisson(1 + (applicant.age() - 18) / 14.0);
        double usual = draws.normal(-0.9, 1.1);
        int late = draws.poisson(0.25 + 0.6 * Draws.logistic(usual));
        double score = 640 + 1.6 * (applicant.age() - 40) - 38 * late - 34 * usual + draws.normal(20, 45);
        return new CreditHistory(
                lines, Draws.logistic(usual + conditions.utilizationShift()), late, draws.between(1, 84), (int)
                        Draws.within(300, 850, score));
    }
}
