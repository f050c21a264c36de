package io.github.activeia.core.privacy;

/** The lists that announce names, looked up once. Immutable. */
final class NameWords {
    final WordList introduction;
    final WordList weakIntroduction;
    final WordList label;
    final WordList relation;
    final WordList kin;
    final WordList title;
    final WordList owner;
    final WordList possessive;
    final WordList link;
    final WordList notRelated;
    final WordList company;
    final WordList together;
    final WordList teller;
    final WordList filing;
    final WordList called;
    final WordList belonging;
    final WordList greeting;
    final WordList here;
    final WordList closing;
    final WordList fiction;
    final WordList famous;
    final WordList and;
    final WordList of;
    final WordList notSubject;
    final WordList spanish;
    final WordList errand;
    final WordList pastErrand;
    final WordList commonName;
    final WordList storyVerb;
    final WordList to;
    final WordList trade;
    final WordList englishTrade;

    NameWords(PiiWords words) {
        introduction = words.list("introduction");
        weakIntroduction = words.list("weak_introduction");
        label = words.list("name_label");
        relation = words.list("relation");
        kin = words.list("kin");
        title = words.list("title");
        owner = words.list("owner");
        possessive = words.list("possessive");
        link = words.list("name_link");
        notRelated = words.list("not_related");
        company = words.list("company");
        together = words.list("together");
        teller = words.list("teller");
        filing = words.list("filing");
        called = words.list("called");
        belonging = words.list("belonging");
        greeting = words.list("greeting");
        here = words.list("here");
        closing = words.list("closing");
        fiction = words.list("fiction");
        famous = words.list("famous");
        and = words.list("and");
        of = words.list("of");
        notSubject = words.list("not_subject");
        spanish = words.list("spanish_introduction");
        errand = words.list("errand");
        pastErrand = words.list("errand_past");
        commonName = words.list("common_name");
        storyVerb = words.list("story_verb");
        to = words.list("to");
        trade = words.list("trade_ending");
        englishTrade = words.list("trade_ending_en");
    }
}
