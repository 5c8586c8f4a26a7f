using Croisee.Framework;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Framework;

[Trait("kind", "pure")]
public sealed class LandmarksTest
{
    [Fact]
    public void Comes_back_from_its_text_as_the_same_value_and_the_same_text()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var said = Some.Landmarks(new Random(seed));
            var text = LandmarksJson.Write(said);
            var back = LandmarksJson.Read(text);
            Assert.True(said.Equals(back) && said.GetHashCode() == back.GetHashCode() && text == LandmarksJson.Write(back), $"seed {seed}: {text}");
        }
    }

    [Fact]
    public void Tells_two_different_descriptions_apart()
    {
        var first = Some.Landmarks(new Random(1));
        Assert.NotEqual(first, first with { Space = first.Space == "ESP_REEL" ? "ESP_MIXTE" : "ESP_REEL" });
        Assert.NotEqual(first, first with { Degree = first.Degree with { Stages = StageDegrees.Of([new("ETP_DECISION", "D5_LEADERSHIP")]) } });
        Assert.NotEqual(first with { Publics = Publics("PUB_MIGRANTS") }, first with { Publics = Publics("PUB_JUSTICE") });
    }

    [Fact]
    public void Writes_nothing_when_nothing_is_said()
    {
        Assert.Equal("{}", LandmarksJson.Write(Landmarks.Empty));
        Assert.Equal(Landmarks.Empty, LandmarksJson.Read("{}"));
        Assert.Equal(Landmarks.Empty, LandmarksJson.Read(null));
        Assert.Equal(7, Landmarks.Empty.Missing().Count());
        Assert.Empty(Landmarks.Empty.Terms());
    }

    [Fact]
    public void Misses_nothing_once_the_six_landmarks_are_described()
    {
        var full = new Landmarks
        {
            Degree = new DegreeViews { Promised = "D3_CONCERTATION" },
            EffectsScale = "EFF_COLLECTIVE",
            Pathways = CodeSet.Of(Vocabularies.Pathway, ["PAR_DOMICILE"]),
            Publics = Publics("PUB_PERSONNES_AGEES"),
            Activities = CodeSet.Of(Vocabularies.Activity, ["ACT_SOIN"]),
            Space = "ESP_MIXTE",
            Scales = CodeSet.Of(Vocabularies.Scale, ["MESO"]),
        };
        Assert.Empty(full.Missing());
        Assert.Equal(["le public concerné"], (full with { Publics = CodeSet.Empty }).Missing());
        Assert.Equal(7, full.Terms().Count());
    }

    [Fact]
    public void Takes_each_code_once_in_the_order_of_the_vocabulary()
    {
        var said = CodeSet.Of(Vocabularies.Public, ["PUB_TOUT_PUBLIC", "PUB_PERSONNES_AGEES", "", "PUB_TOUT_PUBLIC"]);
        Assert.Equal(["PUB_PERSONNES_AGEES", "PUB_TOUT_PUBLIC"], said);
        Assert.Equal(said, CodeSet.Of(Vocabularies.Public, said.Reverse()));
    }

    [Fact]
    public void Refuses_codes_of_another_vocabulary_naming_the_field()
    {
        Assert.Equal("EffectsScale", Assert.Throws<RuleBroken>(() => new Landmarks { EffectsScale = "MESO" }).Field);
        Assert.Equal("Activities", Assert.Throws<RuleBroken>(() => new Landmarks { Activities = Publics("PUB_MIGRANTS") }).Field);
        Assert.Equal("ByPersons", Assert.Throws<RuleBroken>(() => new DegreeViews { ByPersons = "oui" }).Field);
    }

    static CodeSet Publics(params string[] codes) => CodeSet.Of(Vocabularies.Public, codes);
}
