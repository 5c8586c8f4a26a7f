using Xunit;

namespace Croisee.Tests.House;

/// <summary>On the listed journeys, every sentence is easy by itself or has an easy twin. The list only grows.</summary>
[Trait("kind", "pure")]
public sealed class EasyReadTest
{
    const string Listed = "tests/Croisee.Tests/House/easy-journeys.txt";

    [Fact]
    public void Gives_every_sentence_of_a_listed_journey_an_easy_twin()
    {
        var views = Repo.Read(Listed).Split('\n').Where(l => l.Length > 0 && l[0] != '#').ToList();
        Assert.NotEmpty(views);
        Repo.None(views.Where(v => !File.Exists(Path.Combine(Repo.Root, v))), $"{Listed} names views that are gone:");
        // A rewritten view (_Intro.easy.cshtml) is the twin of the whole block.
        var missing = views.Where(v => !File.Exists(Path.Combine(Repo.Root, v.Replace(".cshtml", ".easy.cshtml", StringComparison.Ordinal)))).SelectMany(v => Sentences.Of(new SourceFile(v))
            .Where(s => !Sentences.Easy.ContainsKey(s)).SelectMany(s => WordsTest.Faults(s).Take(1).Select(f => $"{v}: « {WordsTest.Short(s)} » ({f})")));
        Repo.None(missing, $"Say it more simply in the view, or give it a twin in {Sentences.EasyFile}:");
    }
}
