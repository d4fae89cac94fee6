package io.plumbline.server.demo;

import io.plumbline.server.demo.Draws.Weighted;
import java.util.List;
import java.util.Set;

/** Who asks for the loan. Income depends on age, education and employment; housing and savings on income and age. */
record Applicant(
        int age,
        String gender,
        String region,
        String maritalStatus,
        String education,
        String employment,
        double employmentYears,
        double income,
        int dependents,
        String housing,
        double savings) {

    private static final Set<String> WITHOUT_WORK = Set.of("retired", "student", "unemployed");

    private static final List<Weighted<String>> GENDERS =
            List.of(new Weighted<>("female", 47), new Weighted<>("male", 53));
    private static final List<Weighted<String>> REGIONS = List.of(
            new Weighted<>("north", 21),
            new Weighted<>("east", 14),
            new Weighted<>("south", 24),
            new Weighted<>("west", 27),
            new Weighted<>("capital", 14));
    private static final List<Weighted<String>> EDUCATIONS = List.of(
            new Weighted<>("none", 6),
            new Weighted<>("secondary", 44),
            new Weighted<>("vocational", 22),
            new Weighted<>("bachelor", 19),
            new Weighted<>("master", 8),
            new Weighted<>("doctorate", 1));

    static Applicant draw(Draws draws) {
        int age = (int) Draws.within(18, 84, 18 + draws.logNormal(21, 0.55));
        String education = draws.oneOf(EDUCATIONS);
        String employment = employment(age, draws);
        double years = WITHOUT_WORK.contains(employment) ? 0 : draws.share() * Math.min(35, age - 17) * draws.share();
        double income = income(age, education, employment, draws);
        return new Applicant(
                age,
                draws.oneOf(GENDERS),
                draws.oneOf(REGIONS),
                maritalStatus(age, draws),
                education,
                employment,
                years,
                income,
                Math.min(6, draws.poisson(age > 25 && age < 60 ? 0.9 : 0.2)),
                housing(age, income, draws),
                draws.logNormal(income * 0.12 * (0.4 + age / 60.0), 1.1));
    }

    private static String employment(int age, Draws draws) {
        if (age >= 66 && draws.chance(0.9)) {
            return "retired";
        }
        if (age < 25 && draws.chance(0.35)) {
            return "student";
        }
        return draws.oneOf(List.of(
                new Weighted<>("employed", 76), new Weighted<>("self_employed", 16), new Weighted<>("unemployed", 8)));
    }

    private static double income(int age, String education, String employment, Draws draws) {
        double byEducation = switch (education) {
            case "none" -> 22_000;
            case "secondary" -> 29_000;
            case "vocational" -> 34_000;
            case "bachelor" -> 43_000;
            case "master" -> 54_000;
            default -> 66_000;
        };
        double byEmployment = switch (employment) {
            case "employed" -> 1;
            case "self_employed" -> 1.1;
            case "retired" -> 0.6;
            default -> 0.35;
        };
        double byAge = 1 - 0.0006 * (age - 50) * (age - 50) / 2;
        return draws.logNormal(byEducation * byEmployment * Math.max(0.5, byAge), 0.35);
    }

    private static String maritalStatus(int age, Draws draws) {
        double married = Draws.within(0.05, 0.6, (age - 20) / 35.0);
        return draws.oneOf(List.of(
                new Weighted<>("single", 1 - married),
                new Weighted<>("married", married),
                new Weighted<>("divorced", 0.25 * married),
                new Weighted<>("widowed", age > 60 ? 0.2 : 0.01)));
    }

    private static String housing(int age, double income, Draws draws) {
        double owns = Draws.logistic((age - 42) / 12.0 + (income - 38_000) / 25_000);
        return draws.oneOf(List.of(
                new Weighted<>("own", owns * 0.45),
                new Weighted<>("mortgage", owns * 0.55),
                new Weighted<>("rent", (1 - owns) * 0.85),
                new Weighted<>("with_parents", (1 - owns) * (age < 30 ? 0.4 : 0.05))));
    }
}
