using System.Text.RegularExpressions;
using Croisee.Surveys.Offline;
using Croisee.Words;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>The languages of the house hold every sentence of the pages where one answers, the same in each, and none that nobody says any more.</summary>
[Trait("kind", "pure")]
public sealed partial class HouseTonguesTest
{
    /// <summary>Pages of somebody who answers, and not of a team that tries or prints.</summary>
    static IEnumerable<SourceFile> Answering => Repo.Views.Where(v => v.Path.Contains("/Surveys/Answering/", StringComparison.Ordinal) && !v.Path.EndsWith("Tried.cshtml", StringComparison.Ordinal) || v.Path.Contains("/Surveys/Later/", StringComparison.Ordinal) || v.Path.EndsWith("OwnCode.cshtml", StringComparison.Ordinal)
        || v.Path.EndsWith("OnDevice.cshtml", StringComparison.Ordinal) || v.Path.EndsWith("PrepareDevice.cshtml", StringComparison.Ordinal) || v.Path.EndsWith("_KeptDevices.cshtml", StringComparison.Ordinal));

    /// <summary>Where who helps observes instead: in French alone, like the words for another's place that it needs.</summary>
    static readonly string[] OfObservation = ["Dites-lui ce que vous faites", "Observez au même moment", "Notez le moment", "Comparez à deux", "Elle se détourne", "Ces réponses sont comptées à part", "Vous observez :", "écrivez ce que vous avez vu"];

    /// <summary>Words for another's place (PRX-R3), in French alone too: no page offers them in another language.</summary>
    static readonly string[] InAnothersPlace =
    [
        "« Vous répondez à la place d’une personne. Dites ce qu’elle dirait, d’après vous. »", "Vous aidez quelqu’un à répondre à la place d’une personne.", "Ces réponses seront comptées à part.", "Non, la personne répond pour elle-même", "Un proche répond à la place de la personne",
        "Un professionnel répond à la place de la personne", "Qui répond ?", "La personne elle-même", "Un proche, à sa place", "Un professionnel, à sa place", "Ici, on répond à la place d’une personne.",
    ];

    [Fact]
    public void Each_language_has_the_same_sentences_with_the_same_values()
    {
        foreach (var tongue in HouseTongues.All)
            Repo.None(HouseTongues.Sentences.Where(s => HouseTongues.Said(tongue.Tag, s) is not { Length: > 0 } said || ValuesOf(said) != ValuesOf(s)).Select(s => $"{tongue.Tag}.json: {s}"), "A sentence is missing in this language, or lost a value ({0}):");
    }

    [Fact]
    public void Every_sentence_of_the_answering_pages_is_there()
    {
        var known = HouseTongues.Sentences.ToHashSet(StringComparer.Ordinal);
        // What holds a value of the page (« par exemple @SpokenCode.Example ») is read back by its pattern.
        var missing = Answering.SelectMany(v => Sentences.Of(v).Where(s => !known.Contains(s) && !HouseTongues.Sentences.Any(k => k.Contains("{0}", StringComparison.Ordinal) && k.Contains(s, StringComparison.Ordinal)) && !InAnothersPlace.Contains(s) && !OfObservation.Any(o => s.StartsWith(o, StringComparison.Ordinal))).Select(s => $"{v.Path}: {s}"));
        Repo.None(missing, $"Add these sentences to each of {string.Join(", ", HouseTongues.All.Select(t => $"src/Croisee/Words/{t.Tag}.json"))}:");
    }

    [Fact]
    public void Every_sentence_of_the_scripts_of_a_device_is_there()
    {
        var said = Repo.Files("src/Croisee/wwwroot/js", "*.js").Where(p => Regex.IsMatch(p, "device|kept-devices")).SelectMany(p => Literal().Matches(string.Join('\n', Repo.Read(p).Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))).Select(m => m.Groups[1].Value)).Where(s => French().IsMatch(s)).Distinct().ToList();
        Assert.True(said.Count > 25);
        Repo.None(said.Except(DeviceWords.All), "Add these sentences of the scripts to DeviceWords:");
        Repo.None(DeviceWords.All.Except(HouseTongues.Sentences), "Add these sentences of the scripts to each language:");
    }

    [Fact]
    public void None_is_dead()
    {
        var sources = string.Join('\n', Repo.Product.Select(f => Sentences.Flat(f.Text)).Concat(Repo.Files("src/Croisee/Framework", "*.json").Select(p => Sentences.Flat(Repo.Read(p)))));
        // Sentences are put together of whole ones: each is looked for by itself.
        Repo.None(HouseTongues.Sentences.Where(s => !s.Contains("{0}", StringComparison.Ordinal) && !sources.Contains(s, StringComparison.Ordinal) && Regex.Split(s, @"(?<=[.?!]) ").Any(part => !sources.Contains(part, StringComparison.Ordinal))), "Nobody says these any more: take them out of each language.");
    }

    [Theory]
    [InlineData("Choisissez au moins 2 réponses.", "Choose at least 2 answers.")]
    [InlineData("Choisissez au moins 2 réponses, 3 au plus.", "Choose at least 2 answers, 3 at most.")]
    [InlineData("Si vous choisissez « Je ne sais pas », ne choisissez rien d’autre.", "If you choose “I do not know”, choose nothing else.")]
    [InlineData("C’est déjà dit ainsi.", null)]
    public void A_sentence_that_holds_its_values_is_read_back(string french, string? said) => Assert.Equal(said, HouseTongues.Find("en")!.Speech.Say(french));

    [Fact]
    public void A_translation_that_asks_for_a_value_too_many_breaks_nothing() =>
        Assert.Equal("3 {1} {0,9999999}", new Speech("en", false, _ => "{0} {1} {0,9999999}").Say("Place {0}", [3]));

    [Fact]
    public void A_day_is_said_in_the_language_or_in_figures()
    {
        var day = new DateOnly(2027, 5, 31);
        Assert.Equal("Monday 31 May 2027", HouseTongues.Find("en")!.Speech.Day(day));
        Assert.Contains("2027", HouseTongues.Find("ar")!.Speech.Day(day), StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Za-z]", HouseTongues.Find("ar")!.Speech.Day(day));
        Assert.Equal("31/5/2027", new Speech("snk", false, _ => null).Day(day));
    }

    static string ValuesOf(string sentence) => string.Concat(Value().Matches(sentence).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")] private static partial Regex Value();
    [GeneratedRegex(@"'([^'\n]*)'")] private static partial Regex Literal();
    [GeneratedRegex(@"[éèàêçÉ’…]|^(Question|Choisissez|\{0\}) ")] private static partial Regex French();
}
