using Croisee.Surveys.Content;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>What came against what was asked.</summary>
[Trait("kind", "pure")]
public sealed class ReadAnswersTest
{
    static ReadAnswers Read(params (string Field, string[] Values)[] sent) =>
        ReadAnswers.Of(Given.EveryKind, code => sent.Where(s => s.Field == code).SelectMany(s => s.Values).ToList());

    static string? ErrorOf(string field, params string[] values) =>
        Read([.. new[] { ("connu", new[] { "OUN_OUI" }), ("texte", ["Rien."]) }.Where(d => d.Item1 != field), (field, values)]).Errors.Where(e => e.Field == field).Select(e => e.Sentence).FirstOrDefault();

    [Fact]
    public void Keeps_what_was_chosen_and_passes_over_what_was_left()
    {
        var read = Read(("connu", ["OUN_OUI"]), ("avis_1", ["ACC5_4"]), ("lieux", ["SALON", "JARDIN"]), ("texte", ["  Un banc.  "]), ("ordre.SOINS", ["1"]), ("ordre.REPAS", ["2"]));
        Assert.Empty(read.Errors);
        Assert.Equal(["SOINS", "REPAS"], read.Given["ordre"]);
        Assert.Equal(["Un banc."], read.Given["texte"]);
        Assert.False(read.Given.Has("avis_2"));
    }

    /// <summary>A browser sends each line break as two signs: the reader who counts two thousand counted one.</summary>
    [Fact]
    public void Counts_a_line_break_as_one_sign_and_keeps_it_so()
    {
        var full = new string('a', Given.EveryKind.Questions.Single(q => q.Code == "texte").TextMax - 2) + "\r\nb";
        Assert.Null(ErrorOf("texte", full));
        Assert.Equal([full.Replace("\r\n", "\n", StringComparison.Ordinal)], Read(("connu", ["OUN_OUI"]), ("texte", [full])).Given["texte"]);
        Assert.NotNull(ErrorOf("texte", full + "c"));
    }

    [Fact]
    public void A_hidden_question_is_neither_required_nor_kept()
    {
        var read = Read(("connu", ["OUN_NON"]), ("texte", ["Écrit avant de changer d’avis."]));
        Assert.Empty(read.Errors);
        Assert.False(read.Given.Has("texte"));
    }

    [Theory]
    [InlineData("connu", "OUN_PEUTETRE", "Choisissez une réponse de la liste.")]
    [InlineData("avis_1", "OUN_OUI", "Choisissez une réponse de la liste.")]
    [InlineData("lieux", "CAVE", "Choisissez des réponses de la liste.")]
    [InlineData("fois", "treize", "Écrivez un nombre entier, en chiffres.")]
    [InlineData("fois", "13", "Écrivez 12 ou moins.")]
    [InlineData("fois", "-1", "Écrivez 0 ou plus.")]
    [InlineData("jour", "2027-02-31", "Écrivez un jour, par exemple 31/05/2027.")]
    [InlineData("accord", "peut-être", "Choisissez une réponse de la liste.")]
    [InlineData("ordre.SOINS", "9", null)]
    public void Refuses_what_the_question_does_not_offer(string field, string value, string? expected) =>
        Assert.Equal(expected ?? "Choisissez une place de la liste.", ErrorOf(field, value) ?? Read(("connu", ["OUN_NON"]), (field, [value])).Errors.Select(e => e.Sentence).FirstOrDefault());

    [Fact]
    public void Saying_nothing_stands_alone() =>
        Assert.Equal("Si vous choisissez « Je ne sais pas », ne choisissez rien d’autre.", ErrorOf("lieux", "SALON", "NSP"));

    [Fact]
    public void Two_answers_cannot_have_one_place() =>
        Assert.Contains(Read(("connu", ["OUN_NON"]), ("ordre.SOINS", ["1"]), ("ordre.REPAS", ["1"])).Errors, e => e.Sentence.StartsWith("Deux réponses", StringComparison.Ordinal));

    /// <summary>« At least two, at most two » asks of an order what it asks of several choices; who says that they do not know has said it.</summary>
    [Theory]
    [InlineData("Choisissez au moins 2 réponses.", "o.A")]
    [InlineData(null, "o.B", "o.A")]
    [InlineData("Choisissez 2 réponses au plus.", "o.A", "o.B", "o.C")]
    [InlineData(null, "o")]
    [InlineData(null)]
    public void An_order_has_as_many_places_as_the_question_asks_for(string? expected, params string[] places)
    {
        var question = new AskedQuestion("o", QuestionKind.Ranking, new Wording("Mettez dans l’ordre.")) { Options = [.. "ABC".Select(c => new AnswerOption(c.ToString(), new Wording(c.ToString()))), new("NSP", new Wording("Je ne sais pas"), Silent: true)], Least = 2, Most = 2 };
        var read = ReadAnswers.Of(question.Fields().Single(), name => places.ToList().IndexOf(name) is >= 0 and var at ? [name == "o" ? "NSP" : $"{at + 1}"] : []);
        Assert.Equal(expected, read.Errors.Select(e => e.Sentence).SingleOrDefault());
    }

    [Theory]
    [InlineData(null, null, null), InlineData(1, 3, null), InlineData(2, null, "Choisissez au moins 2 réponses."), InlineData(null, 1, "Choisissez une réponse au plus."), InlineData(null, 2, "Choisissez 2 réponses au plus.")]
    [InlineData(2, 2, "Choisissez 2 réponses."), InlineData(2, 3, "Choisissez au moins 2 réponses.")]
    public void How_many_may_be_chosen_is_said_where_it_is_not_as_many_as_one_wants(int? least, int? most, string? said)
    {
        foreach (var kind in new[] { QuestionKind.Ranking, QuestionKind.Multiple })
            Assert.Equal(said, Croisee.Surveys.Answering.AskedField.BoundsOf(new("o", kind, new Wording("Que choisir ?")) { Options = [.. "ABC".Select(c => new AnswerOption(c.ToString(), new Wording(c.ToString())))], Least = least, Most = most }));
    }

    [Fact]
    public void Two_values_for_one_choice_are_refused() => Assert.Equal("Choisissez une seule réponse.", ErrorOf("connu", "OUN_OUI", "OUN_NON"));

    [Fact]
    public void A_text_of_a_hundred_thousand_signs_is_refused_with_its_length() => Assert.StartsWith("Votre texte est trop long", ErrorOf("texte", new string('a', 100_000)), StringComparison.Ordinal);

    /// <summary>Arabic, Persian (Dari and Pashto too), Bengali, N’Ko, full width: each writes the digits of its keyboard, some with a sign of direction beside them.</summary>
    [Theory]
    [InlineData("٣", "3")]
    [InlineData("۱۲", "12")]
    [InlineData("\u200F٧\u061C", "7")]
    [InlineData("১০", "10")]
    [InlineData("߅", "5")]
    [InlineData("８", "8")]
    [InlineData("1۱", "11")]
    public void Reads_the_digits_of_other_languages(string typed, string kept)
    {
        Assert.Null(ErrorOf("fois", typed));
        Assert.Equal([kept], Read(("connu", ["OUN_OUI"]), ("fois", [typed])).Given["fois"]);
    }

    [Fact]
    public void Reads_a_day_and_a_place_in_them_and_leaves_texts_as_they_are()
    {
        var read = Read(("connu", ["OUN_OUI"]), ("jour", ["٣١/٠٥/٢٠٢٧"]), ("ordre.SOINS", ["۱"]), ("texte", ["٣ bancs"]));
        Assert.Empty(read.Errors);
        Assert.Equal(["31/05/2027"], read.Given["jour"]);
        Assert.Equal(["SOINS"], read.Given["ordre"]);
        Assert.Equal(["٣ bancs"], read.Given["texte"]);
        Assert.Equal("Écrivez 12 ou moins.", ErrorOf("fois", "١٣"));
        Assert.Equal("b2345f", Croisee.Surveys.SurveyPlace.Normalise("b٢۳4۵-f"));
    }
}
