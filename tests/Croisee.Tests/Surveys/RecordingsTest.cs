using Croisee.Surveys.Content;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A voice says what stands there, or nothing.</summary>
[Trait("kind", "pure")]
public sealed class RecordingsTest
{
    static readonly QuestionnaireContent Recorded = Given.EveryKind.Each((_, key, text) => key is "q.connu" or "o.lieux.SALON" or "q.lieux" ? text with { Audio = key } : text);

    static (string? Audio, int Silenced) After(string key, Func<Wording, Wording> change)
    {
        var (content, silenced) = Recordings.Settle(Recorded, Recorded.Each((_, at, text) => at == key ? change(text) : text));
        string? audio = null;
        content.Each((_, at, text) => { if (at == key) audio = text.Audio; return text; });
        return (audio, silenced.Count);
    }

    [Fact]
    public void Other_words_lose_the_recording_of_the_old_ones()
    {
        Assert.Equal((null, 1), After("q.connu", t => t with { Text = "Vous ne connaissez pas le conseil." }));
        Assert.Equal((null, 1), After("q.connu", t => t with { Easy = "Je ne connais pas le conseil." }));
        Assert.Equal((null, 1), After("q.lieux", t => t with { Easy = "Où vas-tu ?" }));
    }

    [Fact]
    public void What_a_voice_says_the_same_keeps_it()
    {
        Assert.Equal(("q.connu", 0), After("q.connu", t => t with { Text = "Vous connaissez le conseil\u00A0!" }));
        Assert.Equal(("q.connu", 0), After("q.connu", t => t with { Proxy = "D’après vous, votre proche connaît le conseil.", Picture = "maison" }));
        // Read anew with the new words.
        Assert.Equal(("neuf", 0), After("q.connu", t => t with { Text = "Vous ne connaissez pas le conseil.", Audio = "neuf" }));
        Assert.Equal("q.connu", Recordings.Settle(Recorded, Recorded.Move("connu", up: false)).Content.Find("connu")!.Text.Audio);
    }

    /// <summary>Another line under the code of the old one: the same answer for conditions and results, and not the same words.</summary>
    [Fact]
    public void A_line_written_in_the_place_of_another_does_not_speak_with_its_voice() =>
        Assert.Equal((null, 1), After("o.lieux.SALON", t => t with { Text = "À la cave" }));
}
