using Croisee.Surveys.Content;
using Croisee.Surveys.Desk;
using Croisee.Tests.Surveys.Exchange;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>The form of a question says all that the question says: opened and saved, nothing has moved.</summary>
[Trait("kind", "pure")]
public sealed class QuestionFormTest
{
    [Fact]
    public void Easy_words_stay_with_their_answer_when_the_form_is_saved_untouched()
    {
        for (var seed = 0; seed < 400; seed++)
            foreach (var question in MadeContent.Of(seed).Questions.Where(q => q.Options.Count + q.Items.Count > 0))
            {
                var written = QuestionForm.Of(question, "p1").Write(question.Code, question, UsedCodes.None);
                Assert.Equal(Said(question), Said(written));
            }
    }

    static List<string> Said(AskedQuestion question) =>
        [.. question.Options.Where(o => !o.Silent).Select(o => $"{o.Code}|{o.Text.Text}|{o.Text.Easy}|{o.Text.Proxy}|{o.Text.Picture}"), .. question.Items.Select(i => $"{i.Code}|{i.Text.Text}|{i.Text.Easy}|{i.Text.Proxy}")];

    static List<(string, string?)> Pairs(string lines, string easy) =>
        [.. new QuestionForm { Kind = QuestionKind.Single, Text = "?", Lines = lines, EasyLines = easy, Silent = false }.Write("q", null, UsedCodes.None).Options.Select(o => (o.Text.Text, o.Text.Easy))];

    [Theory]
    [InlineData("A\nB\nC", "a\n\nc", "a", null, "c")]
    [InlineData("A\nB\nC", "\n\nc\n\n", null, null, "c")]
    [InlineData("A\r\n\r\nB\r\nC\r\n", "a\r\nb\r\nc", "a", "b", "c")]
    [InlineData("A\n\nB\nC", "a\n\nb\nc", "a", "b", "c")]
    public void An_empty_line_leaves_one_answer_without_easy_words(string lines, string easy, string? a, string? b, string? c) =>
        Assert.Equal([("A", a), ("B", b), ("C", c)], Pairs(lines, easy));

    /// <summary>Beside each other on the same line, and each twin finds its own.</summary>
    [Fact]
    public void A_phrase_of_a_matrix_has_words_for_who_answers_in_a_persons_place()
    {
        var form = new QuestionForm { Kind = QuestionKind.Matrix, Text = "Votre avis", Scale = "V-ACCORD5", Lines = "On m’écoute.\n\nOn me répond.\nJe décide.", EasyLines = "On m’écoute !\n\n\nJe choisis.", ProxyLines = "On écoute votre proche.\nOn répond à votre proche." };
        Assert.Equal([("On m’écoute.", "On m’écoute !", "On écoute votre proche."), ("On me répond.", null, "On répond à votre proche."), ("Je décide.", "Je choisis.", null)], form.Write("avis", null, UsedCodes.None).Items.Select(i => (i.Text.Text, i.Text.Easy, i.Text.Proxy)));
    }

    static readonly AskedQuestion Meals = new("q2", QuestionKind.Single, new Wording("Les repas ?"))
    {
        Options = [new("R1", new Wording("Trés bien") { Picture = "oui" }), new("R2", new Wording("Moyens")), new("R3", new Wording("Mauvais"))],
    };

    static string Codes(params string[] lines)
    {
        var form = QuestionForm.Of(Meals, "p1");
        (form.Lines, form.Silent) = (string.Join('\n', lines), false);
        return string.Join(' ', form.Write("q2", Meals, UsedCodes.None).Options.Select(o => $"{o.Code}={o.Text.Text}"));
    }

    /// <summary>A slip that is corrected is no other answer: what depends on it, and what was counted, still names it.</summary>
    [Theory]
    [InlineData("R1=Très bien R2=Moyens R3=Mauvais", "Très bien", "Moyens", "Mauvais")]
    [InlineData("R1=Bons R2=Passables R3=Pas bons", "Bons", "Passables", "Pas bons")]
    [InlineData("R3=Mauvais R1=Trés bien R2=Moyens", "Mauvais", "Trés bien", "Moyens")]
    [InlineData("R1=Très bien R4=Assez bien R2=Moyens R3=Mauvais", "Très bien", "Assez bien", "Moyens", "Mauvais")]
    [InlineData("R1=Trés bien R3=Mauvais R4=Froids", "Trés bien", "Mauvais", "Froids")]
    [InlineData("R1=Trés bien R3=Mauvaise", "Trés bien", "Mauvaise")]
    public void An_answer_whose_words_are_corrected_keeps_its_code(string codes, params string[] lines) => Assert.Equal(codes, Codes(lines));

    [Fact]
    public void The_picture_and_the_other_languages_of_a_corrected_answer_stay_and_so_do_the_phrases_of_a_matrix()
    {
        var form = QuestionForm.Of(Meals, "p1");
        form.Lines = form.Lines!.Replace("Trés", "Très", StringComparison.Ordinal);
        Assert.Equal(("Très bien", "oui"), (form.Write("q2", Meals, UsedCodes.None).Options[0].Text.Text, form.Write("q2", Meals, UsedCodes.None).Options[0].Text.Picture));
        var matrix = new AskedQuestion("avis", QuestionKind.Matrix, new Wording("Votre avis")) { Scale = "V-ACCORD5", Items = [new("avis_1", new Wording("On mécoute.")), new("avis_2", new Wording("On me répond."))] };
        form = QuestionForm.Of(matrix, "p1");
        form.Lines = "On m’écoute.\nOn me répond.";
        Assert.Equal(["avis_1", "avis_2"], form.Write("avis", matrix, UsedCodes.None).Items.Select(i => i.Code));
    }

    [Fact]
    public void Corrected_answers_stay_comparable_and_conditions_still_hold()
    {
        var follows = new AskedQuestion("q3", QuestionKind.ShortText, new Wording("Pourquoi ?")) { ShownIf = new Chosen("q2", "R3") };
        var before = new QuestionnaireContent(new Wording("Repas")) { Sections = [new("p1") { Questions = [Meals, follows] }] };
        var form = QuestionForm.Of(Meals, "p1");
        (form.Lines, form.Silent) = ("Très bien\nMoyens\nPas bons", false);
        var after = before.Put("p1", form.Write("q2", Meals, UsedCodes.None));
        Assert.Null(Comparability.Difference(before, after));
        Assert.Empty(ContentFaults.Of(after));
        Assert.Equal("Pas bons", after.Find("q2")!.Options.Single(o => o.Code == "R3").Text.Text);
    }
}
