using System.Text;
using Croisee.Bench.Load;

namespace Croisee.Bench.Workloads;

/// <summary>Somebody who reads the results of a place, each time under an address that nobody asked for before.</summary>
public sealed class StatisticsVisitor(int port, string code, int number) : Visitor(port)
{
    private long turn;

    public override Outcome Act()
    {
        var page = Connection.Get(Encoding.ASCII.GetBytes($"/repondre/{code}/resultats?lecteur={number}-{++turn}"));
        // The band of 100,000 answers, and the last of the closed questions.
        var correct = page.Status == 200 && page.Body.IndexOf("Question 18"u8) > 0 && page.Body.IndexOf("<table class=\"shares\""u8) > 0;
        if (correct) Acknowledged++;
        return new Outcome(correct, page.Statements);
    }
}
