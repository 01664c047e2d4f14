import type { ApolloServerPlugin, GraphQLResponse } from "@apollo/server";

/** Answers with 503 where there are no data because the database could not answer: proxies, portals and monitors read the status only. */
export const unavailableStatus: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        if (isUnavailable(response.body)) {
          response.http.status = 503;
          response.http.headers.set("retry-after", "1");
        }
        return Promise.resolve();
      },
    }),
};

function isUnavailable(body: GraphQLResponse["body"]): boolean {
  if (body.kind !== "single" || body.singleResult.data) return false;
  return body.singleResult.errors?.some(({ extensions }) => extensions?.code === "SERVICE_UNAVAILABLE") === true;
}
