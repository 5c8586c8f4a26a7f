using Croisee.Surveys.Content;
using Croisee.Surveys.Instruments;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>What a careful colleague says before a questionnaire is put to people.</summary>
[Trait("kind", "pure")]
public sealed class ContentReviewTest
{
    static QuestionnaireContent With(params AskedQuestion[] questions) => new(new Wording("Essai")) { Sections = [new("p1") { Questions = questions }] };
    static AskedQuestion Scale(string code, string scale) => new(code, QuestionKind.Scale, new Wording("Vous venez ?") { Easy = "Vous venez ?" }) { Scale = scale };
    static AskedQuestion Choice(params AnswerOption[] silent) => new("q", QuestionKind.Single, new Wording("Depuis quand ?") { Easy = "Depuis quand ?" }) { Options = [new("A", new Wording("Un an")), new("B", new Wording("Deux ans")), .. silent] };
    static IEnumerable<string?> Rules(QuestionnaireContent content) => ContentReview.Of(content).Select(p => p.Rule);

    static readonly AnswerOption Unknown = new("NSP", new Wording("Je ne sais pas"), Silent: true), Refused = new("NVPR", new Wording("Je ne veux pas répondre"), Silent: true);

    [Fact]
    public void Both_ways_to_say_nothing_are_asked_for()
    {
        Assert.Contains("SCL-R1", Rules(With(Choice())));
        Assert.Contains("SCL-R1", Rules(With(Choice(Unknown))));
        Assert.DoesNotContain("SCL-R1", Rules(With(Choice(Unknown, Refused))));
    }

    [Fact]
    public void Scales_that_go_the_other_way_are_told()
    {
        Assert.Contains("SCL-R2", Rules(With(Scale("a", "V-OUINON"), Scale("b", "V-ACCORD5"))));
        Assert.DoesNotContain("SCL-R2", Rules(With(Scale("a", "V-SATISF4"), Scale("b", "V-ACCORD5"))));
        Assert.DoesNotContain("SCL-R2", Rules(With(Scale("a", "V-OUINON"), Scale("b", "V-VISAGE3"))));
    }

    [Fact]
    public void A_hard_word_of_the_usual_text_is_told_too() =>
        Assert.Contains(ContentReview.Of(With(new AskedQuestion("q", QuestionKind.Scale, new Wording("Le CVS vous écoute ?") { Easy = "On vous écoute ?" }) { Scale = "V-OUINON" })), p => p.Sentence.Contains("CVS", StringComparison.Ordinal));

    [Theory]
    [InlineData("Votre nom ?", true)]
    [InlineData("Nom et prénom", true)]
    [InlineData("Quel est votre âge ?", true)]
    [InlineData("Numéro de chambre", true)]
    [InlineData("Quelle est votre fonction dans le service ?", true)]
    [InlineData("On m’appelle par mon nom.", false)]
    [InlineData("Votre chambre vous plaît ?", false)]
    [InlineData("On frappe avant d’entrer dans ma chambre.", false)]
    [InlineData("Le service vous écoute ?", false)]
    public void A_question_that_asks_who_answers_is_told_whatever_its_help(string text, bool told)
    {
        var question = new AskedQuestion("q", QuestionKind.ShortText, new Wording(text) { Easy = text }) { Help = new Wording("N’écrivez pas de nom.") };
        Assert.Equal(told, Rules(With(question)).Contains("CMP-R8"));
        Assert.DoesNotContain("CMP-R8", Rules(With(question with { Describes = true })));
    }

    [Fact]
    public void A_help_that_takes_the_place_of_the_houses_reminder_must_say_it_too()
    {
        AskedQuestion Asked(string? help) => new("q", QuestionKind.LongText, new Wording("Que changer ?") { Easy = "Que changer ?" }) { Help = help is null ? null : new Wording(help) };
        Assert.Contains("RGP-R2", Rules(With(Asked("Dites tout ce que vous voulez."))));
        Assert.DoesNotContain("RGP-R2", Rules(With(Asked(null))));
        Assert.DoesNotContain("RGP-R2", Rules(With(Asked("N’écrivez aucun nom."))));
    }

    /// <summary>Whatever a question is answered by, who answers in a person's place would answer it of themselves.</summary>
    [Fact]
    public void What_has_no_words_for_proxies_is_told_once_something_has()
    {
        Wording For(string text, bool proxy) => new(text) { Easy = text, Proxy = proxy ? "D’après vous, votre proche…" : null };
        AskedQuestion Grid(bool first, bool second) => new("avis", QuestionKind.Matrix, For("Votre avis", true)) { Scale = "V-ACCORD5", Items = [new("avis_1", For("On m’écoute.", first)), new("avis_2", For("On me répond.", second))] };
        AskedQuestion Words(bool proxy) => new("mot", QuestionKind.ShortText, For("Que changer ?", proxy));
        Assert.DoesNotContain("PRX-R3", Rules(With(Words(false))));
        Assert.DoesNotContain("PRX-R3", Rules(With(Grid(true, true), Words(true), new("fin", QuestionKind.Information, For("Merci.", false)))));
        Assert.Contains(ContentReview.Of(With(Grid(true, false))), p => p is { Rule: "PRX-R3", Question: "avis" } && p.Sentence.StartsWith("« On me répond. »", StringComparison.Ordinal));
        Assert.Contains(ContentReview.Of(With(Grid(true, true), Words(false))), p => p is { Rule: "PRX-R3", Question: "mot" });
        // Words for the phrases alone make it a questionnaire that a proxy may answer.
        Assert.True(With(Grid(true, true) with { Text = new("Votre avis") }).IsWordedForProxies());
    }

    /// <summary>Whatever a text is, it is read in easy words: a title, a help, a phrase, an answer, what is said at the end.</summary>
    [Fact]
    public void Every_text_is_looked_at_not_only_questions()
    {
        const string Hard = "Le CVS délibère de la gouvernance institutionnelle.";
        static Wording Easy(string text, string? easy = null) => new(text) { Easy = easy ?? text };
        var content = new QuestionnaireContent(Easy("Les repas")) { About = Easy("On parle des repas."), Thanks = Easy("Merci."), Sections = [new("p1") { Title = Easy("Le midi"), Questions = [
            new("m", QuestionKind.Matrix, Easy("Votre avis")) { Scale = "V-ACCORD5", Items = [new("m_1", Easy("On m’écoute."))], Help = Easy("Dites votre avis.") },
            new("q", QuestionKind.Single, Easy("Où mangez-vous ?")) { Options = [new("A", new Wording("Au salon")), new("B", new Wording("Au jardin")), Unknown, Refused] }] }] };
        Assert.Empty(ContentReview.Of(content));
        List<ReviewPoint> After(string key, Wording text) => [.. ContentReview.Of(content.Each((_, at, was) => at == key ? text : was))];
        foreach (var (key, question, named) in new[] { ("titre", null, "Le titre"), ("presentation", null, "La présentation"), ("merci", null, "Le merci"), ("p.p1", null, "Le titre de partie"), ("a.m", "m", "L’aide"), ("i.m_1", "m", "La phrase") })
        {
            Assert.Contains(After(key, new Wording("Un beau jardin.")), p => p.Question == question && p.Rule == "FAL-R1" && p.Sentence.StartsWith(named, StringComparison.Ordinal));
            Assert.Contains(After(key, Easy(Hard, "Un beau jardin.")), p => p.Question == question && p.Sentence.Contains("« CVS » est difficile, dans la version courante aussi", StringComparison.Ordinal));
            Assert.Contains(After(key, Easy("Un beau jardin.", Hard)), p => p.Question == question && p.Sentence.Contains("version facile : « CVS »", StringComparison.Ordinal));
        }
        // An answer of a word or two needs no twin; a hard one is told.
        Assert.Contains(After("o.q.B", new Wording(Hard)), p => p.Question == "q" && p.Sentence.StartsWith("La réponse", StringComparison.Ordinal) && p.Sentence.Contains("sans version facile", StringComparison.Ordinal));
    }

    [Fact]
    public void Scales_for_a_few_are_told_wherever_they_are_asked()
    {
        Assert.Contains("V-NOTE10", Rules(With(Scale("a", "V-NOTE10"))));
        Assert.Contains("V-NOTE10", Rules(With(Scale("a", "V-NOTE10") with { Text = new("Une note ?") })));
        Assert.Contains("V-VISAGE5", Rules(With(Scale("a", "V-VISAGE5"))));
        Assert.DoesNotContain(Rules(With(Scale("a", "V-VISAGE3"))), r => r?.StartsWith("V-", StringComparison.Ordinal) is true);
    }

    [Fact]
    public void Once_a_voice_reads_what_it_does_not_read_is_told()
    {
        AskedQuestion Voiced(string code, string? audio) => Scale(code, "V-OUINON") with { Text = new Wording("Vous venez ?") { Easy = "Vous venez ?", Audio = audio } };
        bool Told(QuestionnaireContent content, string question) => ContentReview.Of(content).Any(p => p.Question == question && p.Sentence.Contains("voix humaine", StringComparison.Ordinal));
        Assert.False(Told(With(Voiced("a", null), Voiced("b", null)), "a"));
        Assert.True(Told(With(Voiced("a", null), Voiced("b", "voix")), "a"));
        Assert.False(Told(With(Voiced("a", null), Voiced("b", "voix")), "b"));
        Assert.True(Told(With(Voiced("b", "voix") with { Help = new Wording("Dites oui ou non.") { Easy = "Dites oui ou non." } }), "b"));
    }

    /// <summary>What we ship passes the checklist that we give to others; a grid that a group fills in together may be long.</summary>
    [Fact]
    public void Ready_instruments_pass_the_whole_checklist()
    {
        string[] longOnes = ["acces-aux-soins-facile", "acces-aux-soins-grille", "participation-grille", "double-regard-personnes", "double-regard-professionnels"];
        var points = ReadyInstruments.All.SelectMany(i => ContentReview.Of(i.Content).Where(p => p.Rule is not "SCL-R5" || !longOnes.Contains(i.Name)).Select(p => $"{i.Name} {p.Question}: {p.Sentence}")).ToList();
        Assert.True(points.Count == 0, string.Join("\n", points));
    }

    [Fact]
    public void Ready_instruments_have_no_hard_word_and_go_one_way()
    {
        var points = ReadyInstruments.All.SelectMany(i => ContentReview.Of(i.Content).Where(p => p.Rule is "SCL-R1" or "SCL-R2" or "CMP-R8" or "RGP-R2" || p.Sentence.Contains("version courante aussi", StringComparison.Ordinal)).Select(p => $"{i.Name} {p.Question}: {p.Sentence}")).ToList();
        Assert.True(points.Count == 0, string.Join("\n", points));
    }
}
