using Croisee.Surveys.Content;
using Croisee.Surveys.Instruments;
using Croisee.Words;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>The document of a questionnaire: what may be published, what a file may hold, what an editor does.</summary>
[Trait("kind", "pure")]
public sealed class ContentTest
{
    static QuestionnaireContent With(params AskedQuestion[] questions) => new(new Wording("Essai")) { Sections = [new("p1") { Questions = questions }] };
    static AskedQuestion YesNo(string code, Condition? shownIf = null) => new(code, QuestionKind.Scale, new Wording("Vous venez ?")) { Scale = "V-OUINON", ShownIf = shownIf };
    static IEnumerable<string> FaultsOf(QuestionnaireContent content) => ContentFaults.Of(content).Select(f => f.Sentence);

    [Fact]
    public void Ready_instruments_can_be_published_as_they_are()
    {
        Assert.Equal(7, ReadyInstruments.All.Count());
        foreach (var (name, content) in ReadyInstruments.All) Assert.True(ContentFaults.Of(content).Count == 0, $"{name}: {string.Join(" ", FaultsOf(content))}");
    }

    [Fact]
    public void Ready_instruments_have_an_easy_text_for_every_question()
    {
        foreach (var (name, content) in ReadyInstruments.All)
            Assert.All(content.Questions, q => Assert.True(q.Text.Easy is { Length: > 0 }, $"{name}: {q.Code}"));
    }

    /// <summary>Turns that domain 5.9 itself uses (« Je sais à qui… », a past told in the past) are left to readers to judge.</summary>
    static readonly EasyCheck[] LeftToReaders = [EasyCheck.OneIdea, EasyCheck.Tense, EasyCheck.Address];

    [Fact]
    public void Ready_instruments_read_easily_sentence_by_sentence()
    {
        var hard = ReadyInstruments.All.SelectMany(i => i.Content.Questions.SelectMany(q => EasyReport.Of(q.Text.Easy).Sentences.SelectMany(s => s.Remarks.Where(r => !LeftToReaders.Contains(r.Check)).Select(r => $"{i.Name} {q.Code}: {s.Text} ({r.Check}: {r.Seen})")))).ToList();
        Assert.True(hard.Count == 0, string.Join("\n", hard));
    }

    [Fact]
    public void Every_scale_offers_to_say_nothing_and_goes_from_bad_to_good()
    {
        foreach (var scale in Scales.Each)
        {
            Assert.Contains(scale.Options, o => o.Silent && o.Text.Text.Contains("sai", StringComparison.Ordinal));
            Assert.Contains(scale.Options, o => o.Silent && o.Text.Text == "Je ne veux pas répondre");
            Assert.Equal(scale.Options.Count, scale.Options.Select(o => o.Text.Text).Distinct().Count());
            if (scale.Code != "V-OUINON") Assert.Equal(scale.Favourable, scale.Points.TakeLast(scale.Favourable.Count));
        }
    }

    /// <summary>A form knows its fields whatever the case of their letters: two of one name make a page that nobody can send.</summary>
    [Fact]
    public void Refuses_codes_that_differ_by_the_case_of_their_letters()
    {
        Assert.Contains("Le code « Q1 » sert deux fois.", FaultsOf(With(YesNo("q1"), YesNo("Q1"))));
        AskedQuestion Of(QuestionKind kind) => new("o", kind, new Wording("Lesquels ?")) { Options = [new("a", new Wording("Un")), new("A", new Wording("Deux"))] };
        Assert.Contains("Deux réponses possibles ont le même code.", FaultsOf(With(Of(QuestionKind.Ranking))));
        Assert.Empty(FaultsOf(With(Of(QuestionKind.Single))));
        Assert.Equal("q3", With(YesNo("Q2")).NextCode(UsedCodes.None));
        Assert.True(new UsedCodes([With(YesNo("Q7"))]).Has("q7"));
    }

    [Fact]
    public void Refuses_a_condition_that_looks_ahead_or_at_itself()
    {
        Assert.Contains(FaultsOf(With(YesNo("q1", new Chosen("q2", "OUN_OUI")), YesNo("q2", new Chosen("q1", "OUN_OUI")))), s => s == "Sa condition regarde « Vous venez ? », qui ne vient pas avant.");
        Assert.Contains(FaultsOf(With(YesNo("q1", new Answered("q1")))), s => s.EndsWith("qui ne vient pas avant.", StringComparison.Ordinal));
        Assert.Empty(FaultsOf(With(YesNo("q1"), YesNo("q2", new Not(new AllOf([new Answered("q1"), new Chosen("q1", "OUN_OUI")]))))));
        // An answer that was taken away since.
        Assert.Equal(["Sa condition regarde la réponse « PARTIE » à « Vous venez ? », qui n’existe pas."], FaultsOf(With(YesNo("q1"), YesNo("q2", new AnyOf([new Chosen("q1", "OUN_OUI"), new Not(new Chosen("q1", "PARTIE"))])))));
    }

    [Fact]
    public void Refuses_codes_twice_and_codes_that_no_file_could_hold() =>
        Assert.Equal(["Le code « q1 » sert deux fois.", "Le code « q 3 » ne convient pas : une lettre, puis des lettres, des chiffres ou « _ », 20 au plus."], FaultsOf(With(YesNo("q1"), YesNo("q1"), YesNo("q 3"))));

    [Fact]
    public void A_file_read_back_is_the_same_questionnaire()
    {
        foreach (var content in ReadyInstruments.All.Select(i => i.Content).Append(Given.EveryKind))
        {
            var json = ContentJson.Write(content);
            Assert.Equal(json, ContentJson.Write(ContentJson.TryRead(json).Content!));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"title\":null,\"sections\":[]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":null}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[null]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[{\"code\":\"p\",\"questions\":[{\"code\":\"q\",\"kind\":\"scale\",\"text\":null}]}]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[{\"code\":\"p\",\"questions\":[],\"shownIf\":{\"field\":\"q\",\"is\":\"~\",\"than\":1}}]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[],\"script\":\"alert(1)\"}")]
    public void Says_in_French_what_a_file_lacks_and_never_throws(string json)
    {
        var (content, fault) = ContentJson.TryRead(json);
        Assert.Null(content);
        Assert.False(string.IsNullOrEmpty(fault));
    }

    [Fact]
    public void Refuses_a_condition_nested_a_thousand_times()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"not\":", 1000)) + "{\"answered\":\"q\"}" + new string('}', 1000);
        Assert.NotNull(ContentJson.TryRead($"{{\"title\":{{\"text\":\"x\"}},\"sections\":[{{\"code\":\"p\",\"questions\":[],\"shownIf\":{deep}}}]}}").Fault);
    }

    [Fact]
    public void Moving_down_then_up_changes_nothing()
    {
        var content = ReadyInstruments.Find("acces-aux-soins-facile")!;
        foreach (var question in content.Questions.SkipLast(1))
            Assert.Equal(ContentJson.Write(content), ContentJson.Write(content.Move(question.Code, up: false).Move(question.Code, up: true)));
    }

    [Fact]
    public void A_copy_stands_right_after_under_codes_of_its_own()
    {
        var twin = Given.EveryKind.Duplicate("avis", UsedCodes.None);
        Assert.Empty(ContentFaults.Of(twin));
        Assert.Equal(["connu", "avis"], twin.Questions.Take(2).Select(q => q.Code));
        Assert.Equal(QuestionKind.Matrix, twin.Questions.ElementAt(2).Kind);
    }

    /// <summary>Against a plain reference: every condition of three signs over two questions says what its words say.</summary>
    [Fact]
    public void Conditions_hold_as_logic_says() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(bool First, bool Second)>(), told =>
        {
            var given = new GivenAnswers();
            if (told.First) given.Set("a", ["OUN_OUI"]);
            if (told.Second) given.Set("b", ["OUN_OUI"]);
            Condition a = new Answered("a"), b = new Chosen("b", "OUN_OUI");
            return new AllOf([a, b]).Holds(given) == (told.First && told.Second) && new AnyOf([a, b]).Holds(given) == (told.First || told.Second)
                && new Not(new AllOf([a, b])).Holds(given) == new AnyOf([new Not(a), new Not(b)]).Holds(given);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ACC5_4", true)]
    [InlineData("ACC5_2", false)]
    [InlineData("ACC5_NSP", false)]
    [InlineData("7", true)]
    public void A_bound_compares_points_and_numbers_and_nothing_with_silence(string said, bool holds)
    {
        var given = new GivenAnswers();
        given.Set("q", [said]);
        Assert.Equal(holds, new Compared("q", Comparison.AtLeast, 3).Holds(given));
    }
}
