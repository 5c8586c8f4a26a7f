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
                var written = QuestionForm.Of(question, "p1").Write(question.Code, question);
                Assert.Equal(Said(question), Said(written));
            }
    }

    static List<string> Said(AskedQuestion question) =>
        [.. question.Options.Where(o => !o.Silent).Select(o => $"{o.Code}|{o.Text.Text}|{o.Text.Easy}|{o.Text.Picture}"), .. question.Items.Select(i => $"{i.Code}|{i.Text.Text}|{i.Text.Easy}")];

    static List<(string, string?)> Pairs(string lines, string easy) =>
        [.. new QuestionForm { Kind = QuestionKind.Single, Text = "?", Lines = lines, EasyLines = easy, Silent = false }.Write("q", null).Options.Select(o => (o.Text.Text, o.Text.Easy))];

    [Theory]
    [InlineData("A\nB\nC", "a\n\nc", "a", null, "c")]
    [InlineData("A\nB\nC", "\n\nc\n\n", null, null, "c")]
    [InlineData("A\r\n\r\nB\r\nC\r\n", "a\r\nb\r\nc", "a", "b", "c")]
    [InlineData("A\n\nB\nC", "a\n\nb\nc", "a", "b", "c")]
    public void An_empty_line_leaves_one_answer_without_easy_words(string lines, string easy, string? a, string? b, string? c) =>
        Assert.Equal([("A", a), ("B", b), ("C", c)], Pairs(lines, easy));
}
