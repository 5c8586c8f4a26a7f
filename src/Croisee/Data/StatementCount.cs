using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Croisee.Data;

/// <summary>Counts the SQL commands of a request for the bench (<c>CROISEE_BENCH=1</c>); the figure leaves as a header.</summary>
public sealed class StatementCount
{
    public const string Header = "X-Statements";
    int count;

    public int Count => count;

    public void One() => Interlocked.Increment(ref count);

    public static IApplicationBuilder UseStatementCount(IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() => { context.Response.Headers[Header] = context.RequestServices.GetRequiredService<StatementCount>().Count.ToString(System.Globalization.CultureInfo.InvariantCulture); return Task.CompletedTask; });
        return next(context);
    });
}

/// <summary>Contexts are shared by requests one after the other, so each command asks its context whose request it serves.</summary>
sealed class StatementCounting : DbCommandInterceptor
{
    static void One(CommandEventData data) => (data.Context as AppDb)?.Scope.GetService<StatementCount>()?.One();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result) { One(data); return result; }
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken cancel = default) { One(data); return new(result); }
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData data, InterceptionResult<int> result) { One(data); return result; }
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken cancel = default) { One(data); return new(result); }
}
