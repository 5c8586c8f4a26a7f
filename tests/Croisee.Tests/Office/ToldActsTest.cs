using Croisee.Journal;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>An act agrees with whoever did it: authors are several, a person or the instance is one.</summary>
[Trait("kind", "pure")]
public sealed class ToldActsTest
{
    static readonly ToldActs[] Told = [new(new Dictionary<string, string> { ["etape"] = "ont enregistré une étape", ["message"] = "a envoyé un message", ["entree"] = "s’est connecté·e" })];

    [Theory]
    [InlineData("etape", ActorKind.Author, "ont enregistré une étape")]
    [InlineData("etape", ActorKind.System, "a enregistré une étape")]
    [InlineData("etape", ActorKind.Person, "a enregistré une étape")]
    [InlineData("message", ActorKind.Author, "ont envoyé un message")]
    [InlineData("message", ActorKind.Person, "a envoyé un message")]
    [InlineData("entree", ActorKind.Person, "s’est connecté·e")]
    [InlineData("inconnu", ActorKind.System, "inconnu")]
    public void Says_an_act_with_the_verb_of_its_subject(string act, ActorKind by, string said) => Assert.Equal(said, ToldActs.Say(Told, act, by));
}
