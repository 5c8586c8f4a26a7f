using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Desk;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A condition as lines of a form, and back.</summary>
[Trait("kind", "pure")]
public sealed class ConditionLinesTest
{
    static readonly QuestionnaireContent Content = Given.EveryKind;
    static readonly AskedQuestion Last = Content.Questions.Last();

    static Gen<ConditionLine> Line => Gen.OneOf(
        Gen.Elements(LineTest.Chosen, LineTest.NotChosen).Select(t => new ConditionLine("connu", t, "OUN_OUI")),
        Gen.Elements(LineTest.Answered, LineTest.NotAnswered).Select(t => new ConditionLine("lieux", t)),
        Gen.Elements(LineTest.AtLeast, LineTest.AtMost, LineTest.Equal, LineTest.More, LineTest.Less).SelectMany(t => Gen.Choose(0, 6).Select(n => new ConditionLine("fois", t, null, n))),
        Gen.Elements(LineTest.CountAtLeast, LineTest.CountAtMost, LineTest.CountEqual, LineTest.CountMore, LineTest.CountLess).SelectMany(t => Gen.Choose(0, 3).Select(n => new ConditionLine("lieux", t, null, n))));

    static Gen<ConditionLines> Lines => Gen.Choose(1, ConditionLines.Most).SelectMany(n => Line.ListOf(n)).SelectMany(lines => Gen.Elements(true, false).SelectMany(any => Gen.Elements(true, false).Select(unless => new ConditionLines([.. lines], any, unless))));

    static IEnumerable<GivenAnswers> SomeAnswers()
    {
        foreach (var known in new string?[] { null, "OUN_OUI", "OUN_NON" })
            foreach (var count in new[] { 0, 1, 2 })
                foreach (var times in new string?[] { null, "0", "3", "6" })
                {
                    var given = new GivenAnswers();
                    if (known is not null) given.Set("connu", [known]);
                    given.Set("lieux", [.. new[] { "SALON", "JARDIN" }.Take(count)]);
                    if (times is not null) given.Set("fois", [times]);
                    yield return given;
                }
    }

    [Fact]
    public void Lines_written_and_read_again_hold_for_the_same_answers() => Prop.ForAll(Lines.ToArbitrary(), lines =>
    {
        var condition = lines.Write()!;
        var again = ConditionLines.Of(condition)!.Write()!;
        var kept = ContentJson.Read(ContentJson.Write(Content with { Sections = [new("p") { ShownIf = condition }] })).Sections[0].ShownIf!;
        return SomeAnswers().All(a => condition.Holds(a) == again.Holds(a) && condition.Holds(a) == kept.Holds(a));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_form_shows_and_writes_the_same_condition() => Prop.ForAll(Lines.ToArbitrary(), lines =>
    {
        var before = Content.Before(Last);
        var form = ConditionForm.Of(lines, before);
        return form.Faults(Content, before, Last.Code).Count == 0 && SomeAnswers().All(a => form.Write()!.Holds(a) == lines.Write()!.Holds(a));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_has_more_levels_is_not_shown_as_lines()
    {
        Assert.Null(ConditionLines.Of(new AllOf([new AnyOf([new Answered("a"), new Answered("b")]), new Answered("c")])));
        Assert.Null(ConditionLines.Of(new AllOf([new Not(new Compared("a", Comparison.More, 1))])));
        Assert.NotNull(ConditionLines.Of(new Not(new Compared("a", Comparison.More, 1))));
        Assert.Empty(ConditionLines.Of(null)!.Lines);
    }

    static string? FaultOf(ConditionForm.LineForm line, string target = "accord") =>
        new ConditionForm { Lines = [line] }.Faults(Content, Content.Before(Content.Find(target)!), target).Select(f => f.Field + " " + f.Sentence).SingleOrDefault();

    [Fact]
    public void Says_what_is_wrong_beside_the_line()
    {
        Assert.StartsWith("Lines[0].Field « Merci d’être allé jusque-là. » n’est pas posée avant", FaultOf(new() { Field = "fin", Test = LineTest.Answered }), StringComparison.Ordinal);
        Assert.Equal("Lines[0].Field Une question ne peut pas dépendre de sa propre réponse.", FaultOf(new() { Field = "accord", Test = LineTest.Answered }));
        Assert.Equal("Lines[0].Field « Quand, la dernière ? » n’est pas posée avant : choisissez une question qui vient avant, ou déplacez-la.", FaultOf(new() { Field = "jour", Test = LineTest.Answered }, "fois"));
        Assert.Equal("Lines[0].Field Cette question n’est plus dans le questionnaire.", FaultOf(new() { Field = "rien", Test = LineTest.Answered }));
        Assert.Equal("Lines[0].Field Choisissez la question que cette ligne regarde.", FaultOf(new() { Test = LineTest.Answered }));
        Assert.Equal("Lines[0].Test Dites ce que la réponse doit être.", FaultOf(new() { Field = "connu" }));
        Assert.Equal("Lines[0].Test Dites ce que la réponse doit être.", FaultOf(new() { Field = "connu", Test = (LineTest)99 }));
        Assert.Equal("Lines[0].Answer Choisissez la réponse attendue.", FaultOf(new() { Field = "connu", Test = LineTest.Chosen }));
        Assert.Equal("Lines[0].Answer « Vous connaissez le conseil. » ne propose pas cette réponse.", FaultOf(new() { Field = "connu", Test = LineTest.Chosen, Answer = "connu|RIEN" }));
        Assert.StartsWith("Lines[0].Answer Cette réponse est celle d’une autre question.", FaultOf(new() { Field = "connu", Test = LineTest.Chosen, Answer = "lieux|SALON" }), StringComparison.Ordinal);
        Assert.StartsWith("Lines[0].Test Seul un nombre", FaultOf(new() { Field = "lieux", Test = LineTest.AtLeast, Number = 1 }), StringComparison.Ordinal);
        Assert.StartsWith("Lines[0].Number Écrivez le nombre", FaultOf(new() { Field = "fois", Test = LineTest.AtLeast }), StringComparison.Ordinal);
        Assert.StartsWith("Lines[0].Answer Choisissez le point", FaultOf(new() { Field = "avis_1", Test = LineTest.AtLeast }), StringComparison.Ordinal);
        Assert.StartsWith("Lines[0].Answer Cette réponse n’a pas de place", FaultOf(new() { Field = "avis_1", Test = LineTest.AtLeast, Answer = "avis_1|ACC5_NSP" }), StringComparison.Ordinal);
        Assert.StartsWith("Lines[0].Test On ne compte que", FaultOf(new() { Field = "connu", Test = LineTest.CountMore, Number = 1 }), StringComparison.Ordinal);
        Assert.StartsWith("Lines[0].Number Écrivez combien", FaultOf(new() { Field = "lieux", Test = LineTest.CountMore, Number = -1 }), StringComparison.Ordinal);
        Assert.Null(FaultOf(new() { Field = "avis_1", Test = LineTest.AtLeast, Answer = "avis_1|ACC5_4" }));
    }

    [Fact]
    public void Is_told_in_plain_words()
    {
        string Told(Condition condition) => ConditionWords.Of(condition, Content, default);
        Assert.Equal("Seulement si vous n’avez pas répondu « Oui » à « Vous connaissez le conseil. ».", Told(new Not(new Chosen("connu", "OUN_OUI"))));
        Assert.Equal("Sauf si votre réponse à « Combien de réunions ? » est 3 ou plus.", Told(new Not(new Compared("fois", Comparison.AtLeast, 3))));
        Assert.EndsWith("est « Plutôt d’accord » ou plus.", Told(new Compared("avis_1", Comparison.AtLeast, 4)), StringComparison.Ordinal);
        Assert.Equal("Seulement si le nombre de réponses cochées à « Où allez-vous ? » est 2 ou plus.", Told(new Counted("lieux", Comparison.AtLeast, 2)));
    }
}
