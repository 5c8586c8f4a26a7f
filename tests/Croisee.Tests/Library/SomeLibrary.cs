using System.Runtime.CompilerServices;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests.Library;

/// <summary>Two dozen varied sheets, published once in a place; drawn with a fixed seed.</summary>
static class SomeLibrary
{
    public const int Sheets = 24;
    const string Title = "Expérience numéro";
    static readonly string[] Contexts = ["CTX1_TERRITOIRE", "CTX2_ACCOMPAGNEMENT", "CTX3_SOINS", "CTX7_GROUPE_PAIRS"], Regions = ["R53", "R32", "R11"];
    static readonly string[] Wordlist = "résidents équipe ensemble repas jardin réunion habitants parole choisir décider semaine atelier soignants familles projet visite écoute marché quartier budget formation théâtre santé accueil droits comité lecture affiche cuisine musique confiance temps groupe idées besoin village service maison bureau élus".Split(' ');
    static readonly ConditionalWeakTable<Place, SemaphoreSlim> Doors = [];

    public static async Task In(Place place)
    {
        var door = Doors.GetValue(place, _ => new SemaphoreSlim(1));
        await door.WaitAsync();
        try
        {
            if (await place.Db(db => db.Sheets.AnyAsync(s => s.Title.StartsWith(Title)))) return;
            var (call, random) = (await place.Given.AnOpenCall(), new Random(7));
            for (var i = 0; i < Sheets; i++)
            {
                var n = i;
                await place.Given.APublishedSheet(call, $"{Title} {n + 1} au foyer des usagers", a => Vary(a, n, random), remarkable: n % 3 == 0);
            }
        }
        finally { door.Release(); }
    }

    static void Vary(Account account, int n, Random random)
    {
        account.Setting.Contexts = [Contexts[random.Next(4)], Contexts[random.Next(4)]];
        account.Structure.Region = Regions[random.Next(3)];
        account.Setting.StartMonth = $"{2012 + random.Next(8)}-05";
        account.Participation.Degree = Vocabularies.Degree.Terms[random.Next(5)].Code;
        account.Essentials.Summary = string.Join(' ', Enumerable.Range(0, 60).Select(_ => Wordlist[random.Next(Wordlist.Length)])) + ".";
        account.Participants.Publics = ["PUB_HANDICAP_MOTEUR", Vocabularies.Public.Terms[random.Next(19)].Code];
        account.Course.Registers = [Some("V-REGISTRE")];
        account.Course.Modalities = [Some("V-MODALITE"), Some("V-MODALITE")];
        account.Changes.Brakes = [Some("V-FREIN"), Some("V-FREIN")];
        account.Changes.Levers = [Some("V-LEVIER"), Some("V-LEVIER")];

        string Some(string vocabulary) => Vocabularies.Get(vocabulary).Terms[random.Next(Vocabularies.Get(vocabulary).Terms.Count)].Code;
    }
}
